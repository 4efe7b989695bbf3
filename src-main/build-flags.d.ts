/** Filled in by the build. False in release builds: what only tests need is then not in the bundle. */
declare const __TEST_DOORS__: boolean;
/** The program's version, from package.json. */
declare const __VERSION__: string;
