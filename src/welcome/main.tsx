import { render } from 'preact';
import { say, uiLanguage } from '../platform/i18n.ts';
import { openOptions } from '../platform/tabs.ts';
import { UTC_DATES } from '../present/dates.ts';
import { Welcome } from './welcome.tsx';

const { tag, direction } = uiLanguage();
document.documentElement.lang = tag;
document.documentElement.dir = direction;

const root = document.getElementById('welcome');
if (root !== null)
  render(<Welcome voice={{ say, dates: UTC_DATES }} onSettings={() => void openOptions()} />, root);
