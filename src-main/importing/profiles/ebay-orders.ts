/**
 * eBay, the orders report: an empty line, the header, another empty line; an order of several articles has a first row with its totals and one
 * more for each article. No status and no refund is printed; cancelled orders are left out. German files have other words, commas and euros.
 */

import { type Profile, words } from './profile.ts';

export const ebayOrders: Profile = {
  id: 'ebay-orders',
  marketplace: 'ebay',
  granularity: 'line',
  currency: 'USD',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['Order Number', 'Bestellnummer'],
    orderedAt: ['Sale Date', 'Verkauft am'],
    paidAt: ['Paid On Date', 'Zahlungsdatum'],
    shippedAt: ['Shipped On Date', 'Versanddatum'],
    total: ['Total Price', 'Gesamtbetrag'],
    buyerId: ['Buyer Username', 'Nutzername des Käufers'],
    buyerEmail: ['Buyer Email', 'E-Mail des Käufers'],
    receiverName: ['Ship To Name', 'Post to name', 'Buyer Name', 'Name des Käufers'],
    receiverPhone: ['Ship To Phone', 'Post to phone'],
    address: ['Ship To Address 1', 'Post to address 1'],
    province: ['Ship To State', 'Post to county'],
    city: ['Ship To City', 'Post to city'],
    postcode: ['Ship To Zip', 'Post to postcode'],
    country: ['Ship To Country', 'Post to country'],
    itemTitle: ['Item Title', 'Artikelbezeichnung'],
    itemSpec: ['Variation Details'],
    itemSku: ['Custom Label', 'Bestandseinheit'],
    lineAmount: ['Sold For', 'Verkauft für'],
    quantity: ['Quantity', 'Anzahl'],
    buyerNote: ['Buyer Note'],
    sellerNote: ['My Item Note'],
    trackingNumber: ['Tracking Number'],
  },
  reading: {
    firstRow: ['total', 'orderedAt'],
    refundedBy: [],
  },
  marks: [
    'Sales Record Number',
    'Buyer Username',
    'Sold For',
    'Sold Via Promoted Listings',
    'Paid On Date',
    'Shipped On Date',
    'Feedback Left',
    'eBay Collected Tax',
    'Verkaufsprotokollnummer',
    'Nutzername des Käufers',
    'Name des Käufers',
    'Zahlungsdatum',
    'Verkauft am',
    'Gesamtbetrag',
  ],
  needed: 3,
  foreign: [],
  always: ['orderNumber', 'paidAt', 'total'],
  unread: words(`
    Sales Record Number | Buyer Address 1 | Buyer Address 2 | Buyer City | Buyer State | Buyer Zip | Buyer Country |
    Buyer Tax Identifier Name | Buyer Tax Identifier Value | Ship To Address 2 | Item Number |
    Sold Via Promoted Listings | Shipping And Handling | Item Location | Item Zip Code | Item Country |
    eBay Collect And Remit Tax Rate | eBay Collect And Remit Tax Type | eBay Reference Name | eBay Reference Value |
    Tax Status | Seller Collected Tax | eBay Collected Tax | Electronic Waste Recycling Fee | Mattress Recycling Fee |
    Battery Recycling Fee | White Goods Disposal Tax | Tire Recycling Fee | Additional Fee | Lumber Fee |
    Prepaid Wireless Fee | Road Improvement And Food Delivery Fee | eBay Collected Charges |
    eBay Collected Tax and Fees Included in Total | Payment Method | Ship By Date | Minimum Estimated Delivery Date |
    Maximum Estimated Delivery Date | Feedback Left | Feedback Received | PayPal Transaction ID | Shipping Service |
    Transaction ID | Global Shipping Program | Global Shipping Reference ID | Click And Collect |
    Click And Collect Reference Number | eBay Plus | Authenticity Verification Program |
    Authenticity Verification Status | Authenticity Verification Outcome Reason | PSA Vault Program |
    Vault Fulfillment Type | eBay Fulfillment Program | Tax City | Tax State | Tax Zip | Tax Country |
    eBay International Shipping | Verkaufsprotokollnummer
  `),
};
