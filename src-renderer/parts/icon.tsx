/** The program's own small marks, 14 px on one line. Verbs use @ant-design/icons; these are for status and the frame. */

const paths = {
  lock: 'M2.5 6.2h9v6h-9zM4.5 6V4.2a2.5 2.5 0 0 1 5 0V6',
  stopped: 'M1.5 1.5h11v11h-11zM4.8 4.8l4.4 4.4M9.2 4.8 4.8 9.2',
  noted: 'M7 1.8 13 12.2H1zM7 5.6v3M7 10.3v.1',
  info: 'M7 1.4a5.6 5.6 0 1 1 0 11.2A5.6 5.6 0 0 1 7 1.4zM7 6.4v3.6M7 4v.1',
  good: 'm2.5 7.5 3 3 6-7',
  file: 'M3 1.5h5.3L11 4.2v8.300H3zM8.200 1.500v3H11',
  close: 'm3 3 8 8M11 3l-8 8',
  search: 'M6 1.8a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4zM9.200 9.200l3.600 3.600',
  down: 'm3 5.2 4 4 4-4',
  up: 'm3 8.8 4-4 4 4',
  back: 'M9 2.500 4.500 7 9 11.500',
  print: 'M4 5V1.500h6V5M4 10H2V5h10v5h-2M4 8.500h6v4H4z',
  export: 'M7 8.500v-7M4.500 4 7 1.500 9.500 4M2 8v4.500h10V8',
  import: 'M7 1.500v7M4.500 6 7 8.500 9.500 6M2 8v4.500h10V8',
  plus: 'M7 2v10M2 7h10',
} as const;

export type IconName = keyof typeof paths;

/** Decoration beside a word: never the only thing that says it. */
export function Icon(props: { readonly name: IconName }) {
  return (
    <svg className="ic" viewBox="0 0 14 14" aria-hidden="true">
      <path d={paths[props.name]} />
    </svg>
  );
}
