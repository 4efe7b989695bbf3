/** Filled in by the build. False in release builds: what only tests need is then not in the bundle. */
declare const __TEST_DOORS__: boolean;
/** The program's version, from package.json. */
declare const __VERSION__: string;
/** Another word for every change of the code that decides what an imported row says: see start/hash-rules.ts. */
declare const __RULES__: string;
