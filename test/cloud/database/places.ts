// Decides the places that the tests of geometry ask about.

export const point = (longitude: number, latitude: number) => ({ type: 'Point', coordinates: [longitude, latitude] })
export const square = (from: number, to: number) => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
]

/** Metres from 0/0 to the point so many degrees east and north, by the law of cosines. */
export const arc = (degrees: number) => 6_378_100 * Math.acos(Math.cos((degrees * Math.PI) / 180) ** 2)

/** [id, geometry]: a square of 2 degrees around 0/0 is what most cases ask about. */
export const PLACES: [string, object][] = [
  ['centre', point(0, 0)],
  ['inside', point(0.5, 0.5)],
  ['far', point(50, 50)],
  ['dateline', point(179.999, 10)],
  [
    'path through',
    {
      type: 'LineString',
      coordinates: [
        [-5, 0.2],
        [5, 0.2],
      ],
    },
  ],
  [
    'path inside',
    {
      type: 'LineString',
      coordinates: [
        [-0.5, 0.1],
        [0.5, 0.1],
      ],
    },
  ],
  ['yard', { type: 'Polygon', coordinates: [square(-0.2, 0.2)] }],
  ['ring', { type: 'Polygon', coordinates: [square(-10, 10), square(-3, 3)] }],
  [
    'stops',
    {
      type: 'MultiPoint',
      coordinates: [
        [0.1, 0.1],
        [60, 60],
      ],
    },
  ],
  [
    'lines',
    {
      type: 'MultiLineString',
      coordinates: [
        [
          [0.1, 0.1],
          [0.2, 0.1],
        ],
        [
          [0.3, 0.3],
          [0.4, 0.3],
        ],
      ],
    },
  ],
  ['yards', { type: 'MultiPolygon', coordinates: [[square(0.1, 0.2)], [square(60, 61)]] }],
]
