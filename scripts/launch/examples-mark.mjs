/** Kept in the data folder once the examples have been through, so that those a person removed don't come back. */
export const EXAMPLES_MARK = "ejemplos";
