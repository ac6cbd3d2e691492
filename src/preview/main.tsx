import { render } from 'preact';
import { beginPage } from '../platform/i18n.ts';
import { ownTab } from '../platform/tabs.ts';
import { browserWorld } from '../ui/browser-world.ts';
import { Preview } from './preview.tsx';

const [voice, tab] = await Promise.all([beginPage('preview_title'), ownTab()]);
const root = document.getElementById('preview');
if (root !== null && tab !== null) render(<Preview world={browserWorld(tab.id, voice)} />, root);
