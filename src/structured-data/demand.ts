import type { Demand } from "schema-dts";
import { PLACE_NAMES } from "../copy/places.ts";
import { PLACES } from "../domain/records/place.ts";
import type { PublicJob } from "../domain/favours/board.ts";

/**
 * An open favour. It is never a `JobPosting`, because nobody is employed; and an example, which nobody asks for, is none at all.
 */
export function demand(job: PublicJob, site: URL): Demand {
  // Others only add to what is offered, and may take it back.
  const [money] = job.rewards;
  const place = PLACES.find((one) => one === job.place);
  return {
    "@type": "Demand",
    url: new URL(job.url, site).href,
    name: job.title,
    description: job.description,
    validFrom: job.createdAt,
    validThrough: job.expiresAt,
    itemOffered: { "@type": "Service", name: job.title },
    ...(place &&
      place !== "remoto" && { areaServed: { "@type": "AdministrativeArea", name: PLACE_NAMES[place] } }),
    ...(money?.amountCents && {
      priceSpecification: {
        "@type": "PriceSpecification",
        price: (money.amountCents / 100).toFixed(2),
        priceCurrency: "EUR",
      },
    }),
  };
}
