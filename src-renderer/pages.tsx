/** Which page stands at which address. Addresses are hash routes, so the page can be served from anywhere. */

import { Redirect, Route, Switch } from 'wouter';
import type { LedgerStatus } from '../src-shared/contract/ledger.ts';
import { TicketsPage } from './pages/after-sales/tickets-page.tsx';
import { AsidePage } from './pages/aside/aside-page.tsx';
import { CalendarPage } from './pages/calendar/calendar-page.tsx';
import { CallsPage } from './pages/calls/calls-page.tsx';
import { CoveragePage } from './pages/coverage/coverage-page.tsx';
import { CustomerPage } from './pages/customer/customer-page.tsx';
import { CustomersPage } from './pages/customers/customers-page.tsx';
import { DaySheetPage } from './pages/day-sheet/sheet-page.tsx';
import { EmptyRoom } from './pages/empty-room.tsx';
import { ExclusionsPage } from './pages/exclusions/exclusions-page.tsx';
import { ForecastPage } from './pages/forecast/forecast-page.tsx';
import { HistoryPage } from './pages/history/history-page.tsx';
import { ImportPage } from './pages/import/import-page.tsx';
import { LabelsPage } from './pages/labels/labels-page.tsx';
import { LeadsPage } from './pages/leads/leads-page.tsx';
import { PlanPage } from './pages/plans/plan-page.tsx';
import { PlansPage } from './pages/plans/plans-page.tsx';
import { PrintPage } from './pages/print/print-page.tsx';
import { ReportsPage } from './pages/reports/reports-page.tsx';
import { ReviewPage } from './pages/review/review-page.tsx';
import { SettingsPage } from './pages/settings/settings-page.tsx';
import { StrategiesPage } from './pages/strategies/strategies-page.tsx';
import { StrategyPage } from './pages/strategies/strategy-page.tsx';
import { TemplatesPage } from './pages/templates/templates-page.tsx';
import { TiersPage } from './pages/tiers/tiers-page.tsx';
import { TodayPage } from './pages/today/today-page.tsx';
import { useForgetLists } from './state/forget-lists.ts';

export function Pages({ status }: { readonly status: LedgerStatus | undefined }) {
  useForgetLists(status?.demo);
  if (status === undefined) return null;
  const isEmpty = status.orders === 0;
  return (
    <Switch>
      <Route path="/today">{isEmpty ? <EmptyRoom room="today" /> : <TodayPage />}</Route>
      <Route path="/today/calls">{isEmpty ? <EmptyRoom room="today" /> : <CallsPage />}</Route>
      <Route path="/today/sheet">{isEmpty ? <EmptyRoom room="today" /> : <DaySheetPage />}</Route>
      <Route path="/customers">{isEmpty ? <EmptyRoom room="customers" /> : <CustomersPage />}</Route>
      <Route path="/customers/:customer">{({ customer }) => <CustomerPage customer={Number(customer)} />}</Route>
      <Route path="/tiers">{isEmpty ? <EmptyRoom room="tiers" /> : <TiersPage />}</Route>
      <Route path="/calendar">{isEmpty ? <EmptyRoom room="calendar" /> : <CalendarPage />}</Route>
      <Route path="/reports">{isEmpty ? <EmptyRoom room="reports" /> : <ReportsPage />}</Route>
      <Route path="/forecast">{isEmpty ? <EmptyRoom room="reports" /> : <ForecastPage />}</Route>
      <Route path="/review">{isEmpty ? <EmptyRoom room="customers" /> : <ReviewPage />}</Route>
      <Route path="/print" component={PrintPage} />
      <Route path="/strategies">{isEmpty ? <EmptyRoom room="customers" /> : <StrategiesPage />}</Route>
      <Route path="/strategies/:strategy">{({ strategy }) => <StrategyPage strategy={Number(strategy)} />}</Route>
      <Route path="/plans">{isEmpty ? <EmptyRoom room="customers" /> : <PlansPage />}</Route>
      <Route path="/plans/:plan">{({ plan }) => <PlanPage plan={Number(plan)} />}</Route>
      <Route path="/templates">{isEmpty ? <EmptyRoom room="customers" /> : <TemplatesPage />}</Route>
      <Route path="/leads" component={LeadsPage} />
      <Route path="/tickets">{isEmpty ? <EmptyRoom room="today" /> : <TicketsPage />}</Route>
      <Route path="/labels" component={LabelsPage} />
      <Route path="/import">
        <ImportPage isFirst={isEmpty} />
      </Route>
      <Route path="/history" component={HistoryPage} />
      <Route path="/coverage" component={CoveragePage} />
      <Route path="/exclusions" component={ExclusionsPage} />
      <Route path="/aside" component={AsidePage} />
      <Route path="/settings" component={SettingsPage} />
      <Route>
        <Redirect to={isEmpty ? '/import' : '/today'} replace />
      </Route>
    </Switch>
  );
}
