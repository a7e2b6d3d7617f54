import { PLACE_NAMES } from "../copy/es.ts";
import { PLACES } from "../domain/place.ts";
import type { PublicJob } from "../domain/public.ts";

/**
 * An open favour as structured data (schema.org `Demand`): what its page shows and nothing else. It is never a `JobPosting`,
 * because nobody is employed.
 */
export function demandOf(job: PublicJob, site: URL | undefined): object {
  const money = job.rewards.find(({ amountCents }) => amountCents !== null);
  const place = PLACES.find((one) => one === job.place);
  return {
    "@type": "Demand",
    name: job.title,
    description: job.description,
    url: new URL(job.url, site).href,
    validFrom: job.createdAt,
    validThrough: job.expiresAt,
    itemOffered: { "@type": "Service", name: job.title },
    ...(place && place !== "remoto"
      ? { areaServed: { "@type": "AdministrativeArea", name: PLACE_NAMES[place] } }
      : {}),
    ...(money?.amountCents
      ? {
          priceSpecification: {
            "@type": "PriceSpecification",
            price: (money.amountCents / 100).toFixed(2),
            priceCurrency: "EUR",
          },
        }
      : {}),
  };
}
