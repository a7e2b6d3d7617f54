import { maskContactData } from "../language/contact-data.ts";
import type { AskedQuestion, Side } from "../domain/records/asked-question.ts";
import type { Offer } from "../domain/records/offer.ts";

/**
 * What both sides of an offer asked each other, as one of them may read it: their own messages as they typed them, the other's once they
 * were let through, without contact data. What made a message suspicious is nobody's but a moderator's.
 */
export function questionsFor({ questions }: Offer, side: Side): AskedQuestion[] {
  return questions
    .filter(({ by, state }) => by === side || state === "sent")
    .map((question) => ({
      ...question,
      text: question.by === side ? question.text : maskContactData(question.text),
      signals: [],
      appeal: question.by === side ? question.appeal : null,
    }));
}
