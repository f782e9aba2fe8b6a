/** The bundled shop's bad lines: the mistakes that real exports hold, each put in at a fixed place. */

/** Bad lines by the number of good lines before them. */
export function spoiltLines(): ReadonlyMap<number, string> {
  return new Map(MISTAKES.map((line, index) => [211 + index * 701, `${line}\n`]));
}

const MISTAKES: readonly string[] = [
  // One cell too many: the comma in the article's name is not quoted.
  '900001,2024-07-18T11:20,K1404,Rosa Weber,Teapot, glass, 1.2 l,1,34.90',
  // A day that does not exist.
  '900002,2025-02-30T10:05,K1511,Hugo Keller,Earl Grey 50 bags,2,7.90',
  // Thousands and decimals that could mean two things.
  '900003,2024-09-02T16:44,K1033,Café Rossi,House espresso 1 kg,60,"1,494.00"',
  // The other date order.
  '900004,31/12/2024 18:30,K1275,Mei Tanaka,Jasmine pearls 100 g,1,16.90',
  // A number in words.
  '900005,2024-10-11T09:12,K1610,Noor Haddad,Peppermint 40 bags,two,5.40',
  // A name and an article that a spreadsheet would run.
  '900006,2024-11-05T13:37,K1777,"=HYPERLINK(""https://example.invalid"",""Open"")","@SUM(1+1)*cmd",1,n/a',
  // A cell too few.
  '900007,2024-12-01T12:00,K1820,Otto Adler,Hand grinder,1',
  // No price.
  '900008,2024-12-19T20:02,K1095,Lena Moreau,"Gift box ""Afternoon""",1,',
  // A pre-order dated after the file.
  '900009,2026-12-01T08:00,K1123,Uma Petrov,Darjeeling first flush 100 g,3,18.50',
  // No date.
  '900010,,K1990,Jonas Costa,Assam loose leaf 250 g,1,11.90',
  // Half a coffee.
  '900011,2025-03-08T15:15,K2011,Ines Duarte,Decaf filter 500 g,0.5,14.20',
  // A tenth of a cent.
  '900012,2025-03-29T10:10,K2044,Sami Okafor,Paper filters no. 4,3,3.905',
  // Letters that look like digits.
  '900013,2025-04-22T17:21,K2100,Wren Jansen,Genmaicha 200 g,l,12.40',
  // A year too far.
  '900014,2062-05-14T12:12,K2150,Yusuf Brandt,House espresso 1 kg,1,24.90',
  // An hour that does not exist.
  '900015,2025-06-01T25:10,K2200,Greta Fischer,Rooibos vanilla 250 g,1,9.80',
  // The currency in the cell.
  '900016,2025-06-20T11:40,K2250,Dario García,Hand grinder,1,€89.00',
  // A customer id that a spreadsheet would run: a good line, harmless only because it is written harmlessly.
  '900017,2025-07-07T14:14,=1+1,Zoë Ivanov,Ethiopia Sidamo 250 g,2,11.50',
  // Semicolons from another program.
  '900018;2025-08-01T09:30;K2300;Kofi Eriksen;Assam loose leaf 250 g;1;11.90',
];
