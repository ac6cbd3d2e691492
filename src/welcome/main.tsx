import { render } from 'preact';
import { beginPage } from '../platform/i18n.ts';
import { openOptions } from '../platform/tabs.ts';
import { Welcome } from './welcome.tsx';

const voice = await beginPage('welcome_title');
const root = document.getElementById('welcome');
if (root !== null) render(<Welcome voice={voice} onSettings={() => void openOptions()} />, root);
