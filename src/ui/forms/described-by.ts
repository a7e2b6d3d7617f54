/**
 * The id of a field's control. `within` tells apart the forms of a page that holds several: there the error summary links to
 * `campo-<within>-<name>`.
 */
export function fieldId(name: string, within?: string): string {
  return within === undefined ? `campo-${name}` : `campo-${within}-${name}`;
}

/** The ids that a control names in `aria-describedby`, as `FieldHelp` and `Field` write them; undefined when there are none. */
export function describedBy(
  id: string,
  has: { hint?: string | undefined; error?: string | undefined; count?: number | undefined },
): string | undefined {
  const ids = [has.hint && `${id}-ayuda`, has.error && `${id}-error`, has.count && `${id}-cuenta`].filter(
    Boolean,
  );
  return ids.length > 0 ? ids.join(" ") : undefined;
}
