/** What the tour looks at of the customer book: fields of the owner's own, and what is kept of a list. */

import type { Page } from 'playwright-core';
import { settingsSchema } from '../../src-shared/contract/settings.ts';
import { callOnPage } from '../journeys/support/page-calls.ts';
import { saveLeads } from './saved-leads.ts';
import { customer, firstRow, go, list, type Scene } from './scenes.ts';

const withFields = [
  'name',
  'tier',
  'lastDay',
  'orders',
  'netMinor',
  'city',
  'field:1',
  'field:2',
  'field:3',
  'field:4',
];

async function columns(page: Page, customerColumns: readonly string[]): Promise<void> {
  await callOnPage(page, 'settings.change', { customerColumns: [...customerColumns] });
}

export const bookScenes: readonly Scene[] = [
  {
    name: 'fields-list',
    reach: async (page) => {
      await columns(page, withFields);
      const where = {
        all: [
          { field: 'custom', custom: 2, from: 2.5 },
          { field: 'custom', custom: 1, in: [1, 2] },
        ],
      };
      await list(page, `?where=${encodeURIComponent(JSON.stringify(where))}&sort=field:1.up`);
    },
  },
  {
    name: 'fields-builder',
    reach: async (page) => {
      await columns(page, settingsSchema.parse({}).customerColumns);
      const parts = [
        { field: 'custom', custom: 1, in: [1] },
        { field: 'custom', custom: 2, from: 2.5 },
        { field: 'custom', custom: 3, days: { calendar: 'lastYear' } },
        { field: 'custom', custom: 4, is: true },
        { field: 'custom', custom: 5, test: 'empty' },
      ];
      await list(page, `?where=${encodeURIComponent(JSON.stringify({ all: parts }))}`);
      await page.locator('.where-chip button').first().click();
      await page.locator('.builder .b-condition').nth(4).waitFor();
    },
  },
  {
    name: 'fields-columns',
    reach: async (page) => {
      await list(page);
      await page
        .locator('.title .ant-btn, .head .ant-btn')
        .filter({ has: page.locator('.ic') })
        .last()
        .click();
      await page.locator('.columns-menu').waitFor();
      await page.locator('.columns-menu li').last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'fields-bulk',
    reach: async (page) => {
      await list(page, `?where=${encodeURIComponent(JSON.stringify({ field: 'orders', from: 4 }))}`);
      await page.keyboard.press('e');
      await page.locator('.bulk-form .ant-select').first().click();
      await page.keyboard.press('End');
      for (const key of ['ArrowUp', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
      await page.locator('.bulk-form .ant-select').nth(2).click();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.locator('.bulk-preview tbody tr').first().waitFor();
    },
  },
  {
    name: 'fields-customer',
    reach: async (page) => {
      await customer(page);
      await page.locator('.own-value').nth(1).scrollIntoViewIfNeeded();
      await page.locator('.own-value').nth(1).click();
      await page.locator('.own-value-field input').waitFor();
    },
  },
  {
    name: 'fields-new',
    reach: async (page) => {
      await customer(page);
      await page.locator('.about h2 button').last().scrollIntoViewIfNeeded();
      await page.locator('.about h2:has(+ .facts .own-value) button').click();
      await page.locator('.field-form input').first().fill('皮肤类型');
      await page.locator('.field-form .ant-segmented-item').nth(3).click();
      await page.locator('.field-choices input').first().fill('干性');
      await page.keyboard.press('Enter');
      await page.locator('.field-choices input').nth(1).fill('油性');
    },
  },
  {
    name: 'views-menu',
    reach: async (page) => {
      await go(page, '/customers?saved=1&search=%E7%8E%8B');
      await page.locator(firstRow).waitFor();
      await page.locator('.view-button').click();
      await page.locator('.ant-dropdown-menu').last().waitFor();
    },
  },
  {
    name: 'views-new',
    reach: async (page) => {
      await page.keyboard.press('Escape');
      await page.locator('.view-menu .ant-dropdown, .ant-dropdown:visible').waitFor({ state: 'detached' });
      await go(page, '/customers?saved=2');
      await page.locator(firstRow).waitFor();
      await page.locator('.view-button').click();
      await page.locator('.ant-dropdown:visible .ant-dropdown-menu-item-divider + li').click();
      await page.locator('.segment-form input').first().fill('杭州常客');
      await page.locator('.ant-modal-wrap:visible').waitFor();
    },
  },
  {
    name: 'customer-segments',
    reach: async (page) => {
      await customer(page);
      await page.locator('.about dd .figure').last().waitFor();
      await page.locator('.about .facts.life').last().locator('button').first().click();
      await page.locator('aside .verdict li').first().waitFor();
    },
  },
  {
    name: 'customer-next',
    reach: async (page) => {
      await customer(page);
      await page.locator('.next-items li').first().waitFor();
      await page.locator('.next-items').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'customer-timeline',
    reach: async (page) => {
      await customer(page);
      const id = Number(/customers\/(\d+)/.exec(page.url())?.[1]);
      await callOnPage(page, 'customers.tag', { customer: id, name: '老客', has: true });
      await callOnPage(page, 'leads.set', { customer: id, stage: 'quoted' });
      await page.locator('.account .ant-segmented-item').nth(1).click();
      await page.locator('[role=grid] .vt-row').first().waitFor();
    },
  },
  {
    name: 'leads',
    reach: async (page) => {
      await saveLeads(page);
      await go(page, '/leads');
      await page.locator('.lead-table tbody tr').first().waitFor();
    },
  },
  {
    name: 'leads-lost',
    reach: async (page) => {
      await go(page, '/leads');
      await page.locator('.lead-table .ant-select').first().click();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.locator('.lead-reasons button').first().click();
    },
  },
  {
    name: 'fields-settings',
    reach: async (page) => {
      await go(page, '/settings');
      await page.locator('#set-fields').scrollIntoViewIfNeeded();
      await page.locator('.own-fields-table tbody tr').first().waitFor();
    },
  },
];
