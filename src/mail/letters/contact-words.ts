import { PHONE_PATTERN } from "../../domain/people/person.ts";
import { own, say, type Words } from "../letter.ts";

/* `parseEmail` of the domain lets no more than this through; checked again because it goes into a header. */
const ADDRESS = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9.-]{1,190}$/i;

/** The address if it may stand in a header (Reply-To), or null. */
export function addressOf(email: string): string | null {
  return ADDRESS.test(email) ? email : null;
}

/** An address that the reader is meant to have and use, as it is. */
export function emailWords(email: string): Words {
  return addressOf(email) === null ? say`${email}` : say`${own(email)}`;
}

/** A telephone that the reader is meant to have and use. */
export function phoneWords(phone: string): Words {
  return PHONE_PATTERN.test(phone) ? say`${own(phone)}` : say`${phone}`;
}
