import { Injectable } from '@nestjs/common';

/** The only source of the current time in the application; tests put another in its place. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
