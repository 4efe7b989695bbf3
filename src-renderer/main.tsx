/** Mounts the window's page. */

import './styles/styles.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { connect } from './link/connect.ts';
import { startTexts } from './texts/texts.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
// The language of the settings takes over as soon as they are read.
const texts = startTexts(navigator.language.startsWith('zh') ? 'zh-CN' : 'en');
createRoot(root).render(<App connection={connect()} texts={texts} />);
