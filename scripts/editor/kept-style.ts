import type { Document } from "yaml";
import { isMap, isScalar, isSeq, parseDocument, Scalar, visit, YAMLMap, type Node, type YAMLSeq } from "yaml";

export type Value = Readonly<Record<string, unknown>>;

/** Texts that are the name of something; everything else is prose, and quoted. */
const NAME = /^[\w.-]+$/;

/**
 * `value` as YAML, written over what stood there: what didn't change stays as it was typed, with its quotes, its comments and its
 * order, so that a word more is a changed line and no more. What is empty and wasn't there isn't written.
 */
export function writeOver(original: string, value: Value): string {
  const document = parseDocument(original) as Document;
  if (!isMap(document.contents)) document.contents = new YAMLMap();
  overwriteMap(document, document.contents as YAMLMap, value);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function overwriteMap(document: Document, map: YAMLMap, value: Value): void {
  for (const key of Object.keys(map.toJS(document) as Value))
    if (isEmpty(value[key])) dropEmpty(document, map, key);
  for (const [key, next] of Object.entries(value)) {
    const old = map.get(key, true) as Node | undefined;
    if (old !== undefined) map.set(key, overwrite(document, old, next));
    else if (!isEmpty(next)) map.set(document.createNode(key), fresh(document, next));
  }
}

/** An empty list that was written stays: it may say that there is none. */
function dropEmpty(document: Document, map: YAMLMap, key: string): void {
  if (!isEmpty(asJs(document, map.get(key, true) as Node))) map.delete(key);
}

/** `old` itself where it can be mended, else another node. */
function overwrite(document: Document, old: Node, next: unknown): Node {
  if (isSame(asJs(document, old), next) || isEmpty(next)) return old;
  if (isMap(old) && isRecord(next)) {
    overwriteMap(document, old, next);
    return old;
  }
  if (isSeq(old) && Array.isArray(next)) {
    overwriteList(document, old, next);
    return old;
  }
  return inStyleOf(old, fresh(document, next));
}

/** Items that stayed keep their lines, wherever they stand now; those that changed are mended in their place. */
function overwriteList(document: Document, list: YAMLSeq, next: readonly unknown[]): void {
  const old = list.items as Node[];
  const unused = new Set(old);
  const stayed = next.map((item) => {
    const found = [...unused].find((node) => isSame(asJs(document, node), item));
    if (found) unused.delete(found);
    return found;
  });
  list.flow = false;
  list.items = next.map((item, at) => {
    const there = old[at];
    if (stayed[at]) return stayed[at];
    if (there && unused.delete(there)) return overwrite(document, there, item);
    return inStyleOf(old[0], fresh(document, item));
  });
}

function fresh(document: Document, value: unknown): Node {
  const node = document.createNode(withoutEmpty(value)) as Node;
  visit(node, {
    Scalar(key, scalar) {
      if (key !== "key" && typeof scalar.value === "string" && !NAME.test(scalar.value))
        scalar.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return node;
}

/** A text that takes the place of another, or a place beside it, is quoted as that one is. */
function inStyleOf(other: Node | undefined, node: Node): Node {
  if (isScalar(other) && isScalar(node) && typeof node.value === "string" && other.type)
    node.type = other.type;
  return node;
}

function asJs(document: Document, node: Node): unknown {
  return node.toJS(document);
}

function isRecord(value: unknown): value is Value {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a form says where nothing was written in it. A switch that is off says no more than a field that isn't there. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "" || value === false) return true;
  return Array.isArray(value) ? value.length === 0 : isRecord(value) && Object.values(value).every(isEmpty);
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => !isEmpty(each))
      .map(([key, each]) => [key, withoutEmpty(each)]),
  );
}

/** The same to whoever reads it: an empty field and one that isn't there say the same. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(withoutEmpty(a))) === JSON.stringify(sorted(withoutEmpty(b)));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
