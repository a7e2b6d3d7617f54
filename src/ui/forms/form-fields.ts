/** Fields of the favour's form in the order in which it shows them. */
export const JOB_FIELDS = [
  "title",
  "description",
  "category",
  "place",
  "town",
  "deadline",
  "rewardKind",
  "rewardAmount",
  "rewardText",
  "name",
  "email",
  "phone",
  "consent",
] as const;

/** Those whose text everybody reads. */
export const PUBLIC_JOB_FIELDS = ["title", "description", "town", "rewardText", "name"] as const;

/** Fields of an offer's form in the order in which it shows them. */
export const OFFER_FIELDS = [
  "message",
  "rewardKind",
  "rewardAmount",
  "rewardText",
  "name",
  "email",
  "phone",
  "consent",
] as const;

export const COMMENT_FIELDS = ["text", "name", "email"] as const;
export const CONTACT_FIELDS = ["name", "email", "subject", "message"] as const;
