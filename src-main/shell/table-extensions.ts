/** Files a shop's exports come as, by the end of their names. */

export const tableExtensions: readonly string[] = ['csv', 'xlsx', 'xls', 'tsv', 'txt'];
