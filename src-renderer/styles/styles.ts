/** Every style sheet in its order: tokens first, seams last. Imported once by main.tsx. */

import './tokens.css';
import './base.css';
import './ledger.css';
import './pages.css';
import './antd.css';
import './print.css';
