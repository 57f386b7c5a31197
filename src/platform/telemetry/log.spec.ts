import { errorFields } from './log';

describe('what a log line says of an error', () => {
  it('is which it is, and not what the statement was given or what the database says of the row', () => {
    const driverError = Object.assign(new Error('canceling statement due to lock timeout'), {
      code: '55P03',
      detail: 'Key (email)=(canary@example.org) already exists.',
    });
    // As the database library throws it.
    const failed = Object.assign(new Error(driverError.message), {
      query: 'insert into reader values ($1)',
      parameters: ['canary@example.org'],
      driverError,
    });
    const fields = errorFields(new Error('could not register', { cause: failed }));
    expect(fields).toMatchObject({ type: 'Error', cause: { message: driverError.message, code: '55P03' } });
    expect(JSON.stringify(fields)).not.toMatch(/canary|insert into/);
  });

  it('is something even when what was thrown is no error', () => {
    expect(errorFields('canary')).toEqual({ type: 'string' });
  });
});
