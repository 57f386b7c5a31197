import { Body, Controller, Delete, Get, Header, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commentOrders, type MyCommentsPage, type PostedComment } from '../../contract/conversation';
import { CountedAsLookUp, CurrentReader, ForReaders, Public, RateLimited, type ReaderActor } from '../platform/access';
import { IdPipe, InvalidRequest, MayBeUnchanged, ReadElsewhere, ReadyAnswers, Representation, readId } from '../platform/http';
import { CachedPages } from './cached-pages';
import { readOrder } from './comment-order';
import { schemaNamed, uuid } from './comments.openapi';
import { EditCommentDto, PostCommentDto } from './dto/comment-requests.dto';
import { EditComment } from './edit-comment';
import { ListComments } from './list-comments';
import { ListOwnComments } from './list-own-comments';
import { PostComment } from './post-comment';
import { WithdrawComment } from './withdraw-comment';

type PageRequest = FastifyRequest<{ Params: { threadId: string }; Querystring: { order?: string; cursor?: string } }>;

const alwaysAsk = () => Header('cache-control', 'no-cache');

@ApiTags('comments')
@Controller('api/v1')
export class CommentsController {
  constructor(
    private readonly listComments: ListComments,
    private readonly ownComments: ListOwnComments,
    private readonly cachedPages: CachedPages,
    private readonly readyAnswers: ReadyAnswers,
    private readonly postComment: PostComment,
    private readonly editComment: EditComment,
    private readonly withdrawComment: WithdrawComment,
  ) {}

  @Get('threads/:threadId/comments')
  @Public()
  @CountedAsLookUp('cursor')
  @ReadElsewhere()
  @alwaysAsk()
  @ApiOperation({ summary: 'A page of top-level comments, each with its first replies' })
  @ApiParam({ name: 'threadId', type: String })
  @ApiQuery({ name: 'order', enum: commentOrders, required: false })
  @ApiQuery({ name: 'cursor', type: String, required: false })
  @MayBeUnchanged()
  @ApiOkResponse({ schema: schemaNamed('CommentPage') })
  async page(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    // Read by hand: on the hottest route of all, pipes would cost more than the answer.
    const order = readOrder(request.query.order);
    const threadId = readId(request.params.threadId);
    const page = await this.cachedPages.read(threadId, order, request.query.cursor);
    await page.send(request, reply);
    const isFirstPage = Object.keys(request.query).every((name) => name === 'order');
    if (!isFirstPage) return;
    this.readyAnswers.keep({ request, reply }, { representation: page, isCurrent: this.cachedPages.currency(threadId, order, page) });
  }

  @Get('threads/:threadId/changes')
  @Public()
  @ReadElsewhere()
  @alwaysAsk()
  @ApiOperation({ summary: 'What changed in a thread after a number' })
  @ApiQuery({ name: 'after', schema: { type: 'integer', minimum: 0 } })
  @MayBeUnchanged()
  @ApiOkResponse({ schema: schemaNamed('Changes') })
  async changes(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('threadId', IdPipe) threadId: string,
    @Query('after') after?: string,
  ): Promise<void> {
    if (!/^\d{1,15}$/.test(after ?? '')) throw new InvalidRequest([{ field: 'after', detail: 'after is the number of a change' }]);
    await Representation.ofJson(await this.listComments.changes(threadId, Number(after))).send(request, reply);
  }

  @Get('comments/:id')
  @Public()
  @ReadElsewhere()
  @alwaysAsk()
  @ApiOperation({ summary: 'A comment with its ancestors and first replies' })
  @MayBeUnchanged()
  @ApiOkResponse({ schema: schemaNamed('Permalink') })
  async permalink(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id', IdPipe) id: string): Promise<void> {
    await Representation.ofJson(await this.listComments.permalink(id)).send(request, reply);
  }

  @Get('comments/:id/replies')
  @Public()
  @ReadElsewhere()
  @alwaysAsk()
  @ApiOperation({ summary: 'Direct replies to a comment, oldest first' })
  @ApiQuery({ name: 'after', schema: uuid, required: false, description: 'The id of the last reply already read.' })
  @MayBeUnchanged()
  @ApiOkResponse({ schema: schemaNamed('RepliesPage') })
  async replies(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id', IdPipe) id: string,
    @Query('after') after?: string,
  ): Promise<void> {
    const replies = await this.listComments.replies(id, after === undefined ? undefined : readId(after));
    await Representation.ofJson(replies).send(request, reply);
  }

  @Get('me/comments')
  @ForReaders()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'All comments of the caller, newest first' })
  @ApiQuery({ name: 'cursor', type: String, required: false })
  @ApiOkResponse({ schema: schemaNamed('MyCommentsPage') })
  mine(@CurrentReader() { readerId }: ReaderActor, @Query('cursor') cursor?: string): Promise<MyCommentsPage> {
    return this.ownComments.everywhere(readerId, cursor);
  }

  @Post('threads/:threadId/comments')
  @ForReaders()
  @RateLimited('postsPerReader')
  @ApiOperation({ summary: 'Post a comment or a reply' })
  @ApiCreatedResponse({ schema: schemaNamed('PostedComment') })
  post(
    @CurrentReader() reader: ReaderActor,
    @Param('threadId', IdPipe) threadId: string,
    @Body() dto: PostCommentDto,
  ): Promise<PostedComment> {
    return this.postComment.execute(reader, threadId, dto);
  }

  @Patch('comments/:id')
  @ForReaders()
  @ApiOperation({ summary: 'Edit an own comment' })
  @ApiOkResponse({ schema: schemaNamed('PostedComment') })
  edit(@CurrentReader() reader: ReaderActor, @Param('id', IdPipe) id: string, @Body() dto: EditCommentDto): Promise<PostedComment> {
    return this.editComment.execute(reader, id, dto);
  }

  @Delete('comments/:id')
  @ForReaders()
  @ApiOperation({ summary: 'Withdraw an own comment' })
  @ApiOkResponse({ schema: schemaNamed('PostedComment') })
  withdraw(@CurrentReader() reader: ReaderActor, @Param('id', IdPipe) id: string): Promise<PostedComment> {
    return this.withdrawComment.execute(reader, id);
  }
}
