import { fail, type Result } from '../../../result.ts';
import type { SuiteInput } from '../suites.ts';

export async function verifyBbs({ suite }: SuiteInput): Promise<Result<null>> {
  return fail('suite-unsupported', { params: { suite: suite.name } });
}
