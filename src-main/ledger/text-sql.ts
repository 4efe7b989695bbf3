/** A column that begins with, contains, ends with or is a text, as SQL: letters large and small alike, blanks around passed over. Pure. */

export const withoutMarks = (value: string): string => `replace(replace(${value}, ' ', ''), '-', '')`;

/** Spaces, the wide one of Chinese texts, tabs and line ends. */
const blanks = "' \u3000' || char(9, 10, 13)";

/** `name` is that of the parameter with the text; `isPhone`: its blanks and dashes do not matter. */
export function textSql(
  column: string,
  test: 'starts' | 'contains' | 'is' | 'ends',
  name: string,
  { isPhone = false }: { readonly isPhone?: boolean } = {},
): string {
  const value = `trim(lower(${column}), ${blanks})`;
  const wanted = isPhone ? `lower(${withoutMarks(`:${name}`)})` : `lower(:${name})`;
  switch (test) {
    case 'starts':
      return `substr(${value}, 1, length(${wanted})) = ${wanted}`;
    case 'contains':
      return `instr(${value}, ${wanted}) > 0`;
    case 'is':
      return `${value} = ${wanted}`;
    case 'ends':
      return `substr(${value}, -length(${wanted})) = ${wanted}`;
  }
}

/** Is there anything but blanks? */
export function filledSql(column: string): string {
  return `trim(coalesce(${column}, ''), ${blanks}) <> ''`;
}
