import { ApiResponse } from '@nestjs/swagger';

/** Says in the OpenAPI document that the route sends a `Representation`. */
export const MayBeUnchanged = () => ApiResponse({ status: 304, description: 'Unchanged: `If-None-Match` names what there is.' });
