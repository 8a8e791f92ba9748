import type { DateOfBirth } from '../../preload/contract/rules/dates';
import type { Random } from './random';

interface NamePool {
  /** How often among a hundred people, as a seaside town in England might have it. */
  percent: number;
  firstNames: readonly string[];
  /** First names of those born before `olderBefore`, where fashions changed much. */
  olderFirstNames?: readonly string[];
  lastNames: readonly string[];
}

const olderBefore = 1968;

const words = (text: string): string[] => text.split(' ');

/** First and last names that go together, so that the list reads like a real one. Combinations are by chance and nobody's. */
const pools: readonly NamePool[] = [
  {
    percent: 56,
    firstNames: words(
      'Oliver Amelia George Isla Harry Ava Noah Emily Jack Sophie Leo Grace Arthur Freya Thomas Lily Daniel Chloe James Hannah Laura Adam Gemma Stuart',
    ),
    olderFirstNames: words(
      'Peter Susan David Karen Alan Linda Keith Janet Brian Maureen Derek Pauline Roy Sheila Kenneth Joyce Dennis Beryl Gordon Edna Margaret Roger Christine Stanley',
    ),
    lastNames: words(
      'Smith Taylor Brown Wilson Walker Wright Thompson White Hall Green Wood Harrison Clarke Jackson Turner Hill Cooper Ward Morris Baker Parker Carter Mitchell Bennett Shaw Marshall Collins Webb Barker Chapman Lowe Pearce Hobbs Fairley Stocks Penrose Tindall Marlow Ashby Holt',
    ),
  },
  {
    percent: 8,
    firstNames: words(
      'Rhys Megan Owen Cerys Aoife Sean Niamh Conor Fiona Hamish Morag Callum Eilidh Siobhan Gareth Bronwen',
    ),
    lastNames: words(
      "Davies Evans Griffiths Pritchard Llewellyn O'Brien Gallagher Byrne Doyle Campbell MacLeod Sinclair Drummond Kerr",
    ),
  },
  {
    percent: 14,
    firstNames: words(
      'Priya Arjun Meera Rohan Anjali Vikram Ayesha Imran Fatima Bilal Zainab Usman Nasreen Tariq Kiran Harpreet Gurdeep Sunita Rahul Shabana',
    ),
    lastNames: words(
      'Patel Singh Kaur Hussain Khan Begum Ahmed Iqbal Chaudhry Desai Joshi Gill Sandhu Mistry Uddin Malik Banerjee Nair Fernando',
    ),
  },
  {
    percent: 8,
    firstNames: words(
      'Chidi Amara Kwame Abena Tunde Folake Yaw Efua Blessing Emeka Zola Thandi Desmond Marcia Winston Beverley',
    ),
    lastNames: words(
      'Okonkwo Boateng Asante Adebayo Eze Nkrumah Mwangi Ndlovu Banda Campbell-Grant Osei Balogun Achebe Joseph Bailey',
    ),
  },
  {
    percent: 8,
    firstNames: words('Piotr Agnieszka Marek Katarzyna Andrei Ioana Mihai Elena Tomas Ruta Oksana Taras Ivana Stefan'),
    lastNames: words(
      'Kowalski Nowak Wojcik Zielinska Popescu Ionescu Dumitru Kazlauskas Shevchenko Bondar Horvat Novakova Lis',
    ),
  },
  {
    percent: 6,
    firstNames: words('Wei Mei Jun Ling Minh Thuy Kenji Yuki Somchai Malee Jose Maricel Angelo Rowena'),
    lastNames: words('Chen Wong Li Zhang Nguyen Tran Tanaka Sato Lam Cheung Santos Reyes Cruz Garcia'),
  },
];

const weighted = pools.flatMap((pool) => Array.from({ length: pool.percent }, () => pool));

/** A made-up name, likely for somebody born on `dateOfBirth`, that is not in `taken`, which it joins. */
export function makeName(
  random: Random,
  dateOfBirth: DateOfBirth,
  taken: Set<string>,
): { firstName: string; lastName: string } {
  const isOlder = Number(dateOfBirth.slice(0, 4)) < olderBefore;
  for (;;) {
    const { firstNames, olderFirstNames, lastNames } = random.pick(weighted);
    const firstName = random.pick(isOlder ? (olderFirstNames ?? firstNames) : firstNames);
    const lastName = random.pick(lastNames);
    const whole = `${firstName} ${lastName}`;
    if (taken.has(whole)) continue;
    taken.add(whole);
    return { firstName, lastName };
  }
}
