/** Which page stands at which address. Addresses are hash routes, so the page can be served from anywhere. */

import { Redirect, Route, Switch } from 'wouter';
import type { LedgerStatus } from '../src-shared/contract/ledger.ts';
import { CustomerPage } from './pages/customer/customer-page.tsx';
import { CustomersPage } from './pages/customers/customers-page.tsx';
import { HistoryPage } from './pages/history/history-page.tsx';
import { ImportPage } from './pages/import/import-page.tsx';
import { PrintPage } from './pages/print/print-page.tsx';
import { SettingsPage } from './pages/settings/settings-page.tsx';
import { TiersPage } from './pages/tiers/tiers-page.tsx';
import { WelcomePage } from './pages/welcome/welcome-page.tsx';

export function Pages({ status }: { readonly status: LedgerStatus | undefined }) {
  if (status === undefined) return null;
  const isEmpty = status.orders === 0;
  return (
    <Switch>
      <Route path="/customers">{isEmpty ? <Redirect to="/welcome" replace /> : <CustomersPage />}</Route>
      <Route path="/customers/:customer">{({ customer }) => <CustomerPage customer={Number(customer)} />}</Route>
      <Route path="/tiers">{isEmpty ? <Redirect to="/welcome" replace /> : <TiersPage />}</Route>
      <Route path="/print" component={PrintPage} />
      <Route path="/welcome">{isEmpty ? <WelcomePage /> : <Redirect to="/import" replace />}</Route>
      <Route path="/import" component={ImportPage} />
      <Route path="/history" component={HistoryPage} />
      <Route path="/settings" component={SettingsPage} />
      <Route>
        <Redirect to={isEmpty ? '/welcome' : '/customers'} replace />
      </Route>
    </Switch>
  );
}
