import type { ArticleOfThread } from "../comments/states.ts";
import type { Address } from "../records/address.ts";
import type { AskedQuestion } from "../records/asked-question.ts";
import type { Comment } from "../records/comment.ts";
import type { Digest } from "../records/digest.ts";
import type { Job } from "../records/job.ts";
import type { JoinedReward } from "../records/joined-reward.ts";
import type { Link, LinkKind } from "../records/link.ts";
import type { Mention } from "../records/mention.ts";
import type { MyData } from "../records/my-data.ts";
import type { Notice } from "../records/notice.ts";
import type { Offer } from "../records/offer.ts";
import type { Report } from "../records/report.ts";
import type { ThankYou } from "../records/thank-you.ts";
import type { KeptNotice } from "../comments/notices.ts";
import type { FoundReport } from "../reports/reporting.ts";

interface OfWriter {
  /** What is kept of its writer's mailbox; read where a block could be appealed against. */
  readonly mailbox?: Address | null;
}

interface LinkedBy {
  job: OfWriter & { readonly kind: "job"; readonly job: Job };
  offer: OfWriter & { readonly kind: "offer"; readonly offer: Offer; readonly job: Job };
  reward: OfWriter & { readonly kind: "reward"; readonly reward: JoinedReward; readonly job: Job };
  comment: OfWriter & {
    readonly kind: "comment";
    readonly comment: Comment;
    /** What its writer is told of answers in its conversation; read where that could be ended. */
    readonly heard?: KeptNotice;
  };
  /** Nobody has a link to it: it is decided at the desk. */
  mention: { readonly kind: "mention"; readonly mention: Mention };
  /** Only moderators have a link to it. */
  question: OfWriter & {
    readonly kind: "question";
    readonly question: AskedQuestion;
    readonly offer: Offer;
    readonly job: Job;
  };
  /** Only moderators have a link to it. */
  thanks: OfWriter & { readonly kind: "thanks"; readonly thanks: ThankYou; readonly job: Job };
  /** Everything of an address: what was asked, not what there is. */
  data: { readonly kind: "data"; readonly data: MyData };
  /** Only its reporter has a link to it. */
  report: { readonly kind: "report"; readonly report: Report };
  /** Only its subscriber has a link to it. */
  digest: { readonly kind: "digest"; readonly digest: Digest };
  /** Whoever hears of answers has a link to it. */
  notice: { readonly kind: "notice"; readonly notice: Notice };
  /** The link that signs a moderator in leads to nothing but itself. */
  session: { readonly kind: "session"; readonly link: Link };
}
/** Whatever has rows in a table of actions. */
export type RowKind = keyof LinkedBy;
/** What a link leads to, as it is now. */
export type Linked<K extends RowKind = LinkKind> = LinkedBy[K];

interface FoundBy {
  job: LinkedBy["job"] & {
    /** What is remembered of the poster's address; read where an agreement is broken. */
    readonly address?: Address | null;
    readonly offers: readonly Offer[];
    readonly seen: number;
  };
  offer: LinkedBy["offer"] & {
    /** All offers of the favour, as `offersOf` of the store gives them; none where the action doesn't need them. */
    readonly offers: readonly Offer[];
    readonly seen: number;
  };
  reward: LinkedBy["reward"];
  comment: LinkedBy["comment"] & { readonly address: Address | null; readonly article: ArticleOfThread };
  mention: LinkedBy["mention"];
  question: LinkedBy["question"];
  thanks: LinkedBy["thanks"];
  data: LinkedBy["data"] & {
    /** What is remembered of the address. */
    readonly address: Address | null;
  };
  report: LinkedBy["report"] & Pick<FoundReport, "target" | "reported">;
  digest: LinkedBy["digest"];
  notice: LinkedBy["notice"];
  session: LinkedBy["session"] & {
    /** The hash of what the cookie of the new session will say. */
    readonly fresh: string;
  };
}
/** The same with everything that deciding about it may need. */
export type Found<K extends RowKind = LinkKind> = FoundBy[K];
