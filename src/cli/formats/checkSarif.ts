import { createHash } from 'node:crypto';
import { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } from 'node-sarif-builder';
import { displayName, version } from '../../../package.json';
import type { Finding, RelatedPlace, Severity } from '../../core/model/finding';
import type { Range } from '../../core/model/text';
import { allRules } from '../../core/rules/allRules';
import { internalError } from '../../core/rules/internalError';
import type { RuleDescription } from '../../core/rules/rule';
import { identityKey } from '../baseline/findingIdentity';
import { jsonLine } from '../plainText';
import { say } from '../words';
import type { CheckResult } from './checkResult';
import { messageData } from './messageData';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** SARIF 2.1.0 (OASIS): lines and columns from 1, columns in UTF-16 units. */
export function checkSarif(result: CheckResult): string {
  const run = new SarifRunBuilder({
    tool: {
      driver: { name: 'status-book', fullName: displayName, version, semanticVersion: version, rules: [] },
    },
    columnKind: 'utf16CodeUnits',
    properties: { today: result.today, pages: result.pages },
  });
  for (const rule of [...allRules, internalError]) run.addRule(ruleOf(rule));
  const seen = new Map<string, number>();
  for (const finding of result.findings) {
    const key = identityKey(result.identityOf(finding));
    const ordinal = (seen.get(key) ?? 0) + 1;
    seen.set(key, ordinal);
    run.addResult(resultOf(finding, result, `${key}${ordinal}`));
  }
  const log = new SarifBuilder({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json' });
  log.addRun(run);
  return jsonLine(log.buildSarifOutput());
}

function ruleOf({ id, family, severity, summary, explanation, remedy }: RuleDescription): SarifRuleBuilder {
  return new SarifRuleBuilder({
    id,
    shortDescription: { text: summary },
    fullDescription: { text: explanation },
    help: { text: remedy, markdown: `${explanation}\n\n**What to do:** ${remedy}` },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [family] },
  });
}

function resultOf(
  { rule, severity, message, path, range, related }: Finding,
  result: CheckResult,
  identity: string,
): SarifResultBuilder {
  return new SarifResultBuilder({
    ruleId: rule,
    level: levels[severity],
    message: { text: plainMessage(say(message)) },
    properties: messageData(message),
    locations: [{ physicalLocation: locationOf(path, range, result) }],
    ...(related && related.length > 0
      ? { relatedLocations: related.map((place, index) => relatedLocation(place, index, result)) }
      : {}),
    // Matches a finding with itself in later runs, wherever its line has moved to.
    partialFingerprints: {
      'statusBook/v1': createHash('sha256').update(identity).digest('hex').slice(0, 32),
    },
  });
}

function relatedLocation({ path, range, message }: RelatedPlace, index: number, result: CheckResult) {
  return {
    id: index + 1,
    physicalLocation: locationOf(path, range, result),
    message: { text: plainMessage(say(message)) },
  };
}

function locationOf(path: string, { start, end }: Range, result: CheckResult) {
  return {
    artifactLocation: { uri: result.checkoutPath(path).split('/').map(encodeURIComponent).join('/') },
    region: {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    },
  };
}

/** Words of a page in brackets are no link, even when they look like SARIF’s. */
function plainMessage(text: string): string {
  const parts = text.split('](');
  const last = parts.pop() ?? '';
  const escaped = parts.map((part) => {
    const inner = part.lastIndexOf(']') + 1;
    return `${part.slice(0, inner)}${part.slice(inner).replaceAll('[', '\\[')}](`;
  });
  return escaped.join('') + last;
}
