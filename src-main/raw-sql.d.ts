declare module '*.sql?raw' {
  const sql: string;
  export default sql;
}

/** What a page that is written to a file is made of. */
declare module '*.css?raw' {
  const text: string;
  export default text;
}
declare module '*.txt?raw' {
  const text: string;
  export default text;
}
