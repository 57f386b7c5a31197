import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, Length, ValidateBy } from 'class-validator';
import {
  type MuteKind,
  type MuteRequest,
  type MutesPage as MutesPageContract,
  type MuteView as MuteViewContract,
  type MuteWords as MuteWordsContract,
  muteKinds,
} from '../../../contract/following';
import { limits } from '../../../contract/limits';
import { isMuteWord } from '../../../contract/mute-words';
import { readLine } from '../../platform/text';

const { maxWords, wordMaxLength } = limits.follow;

export class MuteDto implements MuteRequest {
  @ApiProperty({ enum: muteKinds, description: 'Who is blocked can also neither follow the caller nor reply to them.' })
  @IsIn(muteKinds)
  kind: MuteKind;
}

class MutedReader {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;
}

class MuteView implements MuteViewContract {
  @ApiProperty()
  reader: MutedReader;

  @ApiProperty({ enum: muteKinds })
  kind: MuteKind;

  @ApiProperty({ format: 'date-time' })
  mutedAt: string;
}

export class MutesPage implements MutesPageContract {
  @ApiProperty({ type: [MuteView] })
  mutes: MuteView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

/** Each as one line in normal form, and once. */
const linesOnce = ({ value }: { value: unknown }): unknown =>
  Array.isArray(value) ? [...new Set(value.map((word) => (typeof word === 'string' ? readLine(word) : word)))] : value;

const CanBeFound = () =>
  ValidateBy(
    {
      name: 'canBeFound',
      validator: {
        validate: (word) => typeof word === 'string' && isMuteWord(word),
        defaultMessage: () => 'each of the words has a letter, a digit or an emoji in it',
      },
    },
    { each: true },
  );

export class MuteWords implements MuteWordsContract {
  @ApiProperty({ type: [String], maxItems: maxWords, description: `Words and phrases of at most ${wordMaxLength} characters.` })
  @Transform(linesOnce)
  @IsArray()
  @ArrayMaxSize(maxWords, { message: `there are at most ${maxWords} words` })
  @Length(1, wordMaxLength, { each: true, message: `each of the words has 1 to ${wordMaxLength} characters` })
  @CanBeFound()
  words: string[];
}
