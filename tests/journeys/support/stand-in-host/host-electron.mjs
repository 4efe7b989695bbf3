/** The stand-in host where the shell starts it as a utility process. */

import './host.mjs';
