/** Every command by its name. */

import type { CommandName } from '../arguments.ts';
import type { Command } from '../desk.ts';
import { metricsCommand, rfmCommand, totalsCommand } from './book.ts';
import { backupCommand, restoreCommand, verifyCommand } from './care.ts';
import { coverageCommand } from './coverage.ts';
import { customersCommand } from './customers.ts';
import { exclusionsCommand } from './exclusions.ts';
import { explainCommand } from './explain.ts';
import { fieldsCommand } from './fields.ts';
import { followUpsCommand } from './follow-ups.ts';
import { forecastCommand } from './forecast.ts';
import { historyCommand, redoCommand, undoCommand } from './history.ts';
import { laterCommand, mergeCommand, neverSameCommand, reviewCommand, unmergeCommand } from './identities.ts';
import { importCommand } from './import.ts';
import { leadsCommand } from './leads.ts';
import { levelsCommand } from './levels.ts';
import { mappingsCommand } from './mappings.ts';
import { planCommand } from './plan.ts';
import { profileCommand } from './profile.ts';
import { reportCommand } from './report.ts';
import { segmentsCommand } from './segments.ts';
import { strategyCommand } from './strategy.ts';
import { tagsCommand } from './tags.ts';
import { sendListCommand, templatesCommand } from './templates.ts';
import { ticketsCommand } from './tickets.ts';
import { viewsCommand } from './views.ts';

export const commands: Readonly<Record<CommandName, Command>> = {
  import: importCommand,
  mappings: mappingsCommand,
  history: historyCommand,
  undo: undoCommand,
  redo: redoCommand,
  totals: totalsCommand,
  rfm: rfmCommand,
  customers: customersCommand,
  segments: segmentsCommand,
  tags: tagsCommand,
  strategy: strategyCommand,
  plan: planCommand,
  tickets: ticketsCommand,
  templates: templatesCommand,
  'send-list': sendListCommand,
  followups: followUpsCommand,
  leads: leadsCommand,
  levels: levelsCommand,
  fields: fieldsCommand,
  views: viewsCommand,
  metrics: metricsCommand,
  report: reportCommand,
  forecast: forecastCommand,
  profile: profileCommand,
  explain: explainCommand,
  coverage: coverageCommand,
  exclusions: exclusionsCommand,
  review: reviewCommand,
  later: laterCommand,
  merge: mergeCommand,
  unmerge: unmergeCommand,
  'never-same': neverSameCommand,
  backup: backupCommand,
  restore: restoreCommand,
  verify: verifyCommand,
};
