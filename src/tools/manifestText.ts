import { activationEvents, uiContributions } from '../manifest/manifest';
import { overrideSettings, rulesSetting } from './generated';
import { grammarContributions } from './grammars';

/** `package.json` with what of it is derived from the tables: settings, grammars, views, commands, menus, keys. */
export function manifestText(before: string): string {
  const manifest = JSON.parse(before);
  const { contributes } = manifest;
  const { properties } = contributes.configuration;
  properties['statusBook.rules'] = rulesSetting();
  Object.assign(properties, overrideSettings());
  Object.assign(contributes, { grammars: grammarContributions(), ...uiContributions() });
  manifest.activationEvents = activationEvents;
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
