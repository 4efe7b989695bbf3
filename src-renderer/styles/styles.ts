/** Every style sheet in its order: tokens first, seams last. Imported once by main.tsx. */

import './tokens.css';
import './elements.css';
import './frame.css';
import './page.css';
import './ledger.css';
import './virtual-table.css';
import './marks.css';
import './tags.css';
import './answers.css';
import './welcome.css';
import './importing.css';
import './importing-large.css';
import './repairs.css';
import './mapper.css';
import './antd.css';
import './print.css';
import './few-points.css';
