import { expect, test } from 'vitest';
import { reportAddress } from '../../../src/site/components/report-address.ts';

const page = { title: 'Orders & "more" <b>\ud800', address: 'https://p.example/postmortems/a/' };

test.each([
  ['https://t.example/new', 'https://t.example/new'],
  ['https://t.example/?u={address}', 'https://t.example/?u=https%3A%2F%2Fp.example%2Fpostmortems%2Fa%2F'],
  ['https://t.example/?t={title}', 'https://t.example/?t=Orders%20%26%20%22more%22%20%3Cb%3E%EF%BF%BD'],
  [
    'mailto:us@t.example',
    'mailto:us@t.example?subject=Orders%20%26%20%22more%22%20%3Cb%3E%EF%BF%BD&body=https%3A%2F%2Fp.example%2Fpostmortems%2Fa%2F',
  ],
])('%s', (to, address) => {
  expect(reportAddress(to, page)).toBe(address);
});
