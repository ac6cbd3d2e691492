import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

export interface ExtensionCopy {
  readonly path: string;
  /** Writes the manifest with every site among its required hosts, or as it was built. */
  writeManifest(kind: 'every-site' | 'as-built'): void;
  remove(): void;
}

/**
 * A copy of the built extension in a folder of its own. Chrome asks before it grants an optional origin, in a dialog
 * that no script can reach; it does not ask again for what an installed version at the same place once had.
 */
export function copyExtension(target: 'chrome' | 'firefox'): ExtensionCopy {
  const path = mkdtempSync(join(tmpdir(), `touchstone-${target}-`));
  cpSync(join(ROOT, 'dist', target), path, { recursive: true });
  const file = join(path, 'manifest.json');
  const built = readFileSync(file, 'utf8');
  return {
    path,
    writeManifest(kind) {
      const manifest = JSON.parse(built);
      const wide = { ...manifest, host_permissions: ['https://*/*'], optional_host_permissions: [] };
      writeFileSync(file, kind === 'as-built' ? built : JSON.stringify(wide));
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
