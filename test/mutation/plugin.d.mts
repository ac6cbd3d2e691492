import type { Plugin } from 'vite';

export function isGuarded(path: string): boolean;
export function switches(root: string): Plugin;
