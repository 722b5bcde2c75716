using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Cases.Tests.Replay;
using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>Bodies of errors with odd texts: the exception is that of the status. The same text as an error of the token endpoint, and as a token of a list.</summary>
internal sealed class ErrorBodyKind : CaseKind
{
    private static readonly int[] Usual = [400, 403, 429];

    public override bool Takes(CaseFile file) => file.Json["raw"] is JsonValue && TextsOf(file) is { Count: > 0 };

    public override async Task CheckAsync(CaseFile file, CaseStage stage)
    {
        string raw = file.Json["raw"]!.ToString();
        ListSource source = ListSource.Campaigns;
        IEnumerable<int> statuses = file.Statuses.Where(status => status >= 400).Concat(Usual).Distinct();
        await using CaseWorld world = await stage.StartAsync(options => options.Entities = [source.Id, source.Other]);
        foreach (int status in statuses)
        {
            world.Server.Answer = request => source.IsCalledBy(request) ? ReplayAnswer.Text(raw, status) : null;
            Func<Task> call = () => world.CallAsync(async profile => await source.List(profile).CountAsync());
            AmazonAdsException failure = (await call.Should().ThrowAsync<AmazonAdsException>()).Which;
            failure.GetType().Should().Be(TypeOf(status));
            failure.StatusCode.Should().Be((HttpStatusCode)status);
            System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(failure.Message)).Should().Be(failure.Message, "it holds no half of a pair");
            IngestionResult result = await world.SyncAsync();
            ShouldBeTyped(result);
            if (status is not (401 or 403))
            {
                Step(result, source.Other).Outcome.Should().Be(StepOutcome.Done);
            }

            world.Time.Advance(TimeSpan.FromHours(1));
        }

        foreach (string text in TextsOf(file)!)
        {
            world.Server.Answer = request => source.IsCalledBy(request)
                ? ReplayAnswer.Text($$"""{"campaigns":[],"nextToken":{{text}},"totalResults":0}""")
                : null;
            Func<Task> call = () => world.CallAsync(async profile => await source.List(profile).CountAsync());
            await call.Should().ThrowAsync<AmazonAdsUnexpectedResponseException>("a next page that is the same for ever is no end");
            await CheckTokenAsync(world, raw, text);
        }
    }

    public override CaseFile Vary(CaseFile file, Random random)
    {
        string text = string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(random, "name ", @"\ud83d", @"\udc00 is", @"\u0000", @"\"" ", "é", @"\\u")));
        string raw = random.Next(4) switch
        {
            0 => $$"""{"code":"{{text}}","details":"{{text}}"}""",
            1 => $$"""{"message":"{{text}}"}""",
            2 => $$"""{"errors":[{"errorType":"{{text}}","errorValue":{"e":{"message":"{{text}}"} } }],"details":"{{text}}"}""",
            _ => $$"""{"code":"INVALID_ARGUMENT","details":"{{text}}","requestId":"{{text}}"}""",
        };
        return file.With("raw", raw).With("how", $"Any call answers {Pick(random, 400, 401, 403, 404, 409, 422, 429, 500, 503)} with this body.");
    }

    private static async Task CheckTokenAsync(CaseWorld world, string raw, string text)
    {
        foreach (string body in new[] { raw, $$"""{"error":"invalid_scope","error_description":{{text}}}""", $$"""{"error":{{text}}}""" })
        {
            world.Server.Answer = request => request.Path == "/auth/o2/token" ? ReplayAnswer.Text(body, 400) : null;
            Func<Task> call = () => world.CallAsync(async profile => await ListSource.Campaigns.List(profile).CountAsync());
            (await call.Should().ThrowAsync<AmazonAdsAuthenticationException>()).Which.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        }
    }

    private static Type TypeOf(int status) => status switch
    {
        400 or 422 => typeof(AmazonAdsValidationException),
        401 or 403 => typeof(AmazonAdsAccessDeniedException),
        404 => typeof(AmazonAdsNotFoundException),
        429 => typeof(AmazonAdsThrottledException),
        _ => typeof(AmazonAdsException),
    };

    /// <summary>The texts of a body that is an error's, as they stand in it.</summary>
    private static List<string>? TextsOf(CaseFile file)
    {
        try
        {
            using JsonDocument body = JsonDocument.Parse(file.Json["raw"]!.ToString());
            return body.RootElement.ValueKind == JsonValueKind.Object
                && body.RootElement.EnumerateObject().Any(member => member.Name is "code" or "details" or "detail" or "message" or "error" or "errors")
                ? [.. RawJson.Strings(body.RootElement).Select(text => text.GetRawText()).Distinct().Take(2)]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
