/** d3-flextree 2.1 comes without types; this is the part of it that we use. */
declare module "d3-flextree" {
  export interface FlexNode<T> {
    readonly data: T;
    readonly depth: number;
    readonly parent: FlexNode<T> | null;
    readonly children: readonly FlexNode<T>[] | null;
    /** Across the direction in which the tree grows: the middle of the node. */
    readonly x: number;
    /** Along the direction in which the tree grows: where the node starts. */
    readonly y: number;
    readonly xSize: number;
    readonly ySize: number;
    readonly nodes: readonly FlexNode<T>[];
    readonly extents: { readonly left: number; readonly right: number; readonly bottom: number };
  }
  export interface FlexTree<T> {
    (tree: FlexNode<T>): FlexNode<T>;
    hierarchy(data: T, children: (node: T) => readonly T[] | undefined): FlexNode<T>;
  }
  export function flextree<T>(options: {
    nodeSize: (node: FlexNode<T>) => readonly [number, number];
    spacing: number | ((a: FlexNode<T>, b: FlexNode<T>) => number);
  }): FlexTree<T>;
}
