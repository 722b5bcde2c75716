using System.Text.Json.Nodes;
using PpcAds.Sdk.Cases.Tests.Replay;
using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>Answers of the token endpoint without a usable token: said so, and nothing is sent with it.</summary>
internal sealed class TokenAnswerKind : CaseKind
{
    private const string Path = "/auth/o2/token";

    public override bool Takes(CaseFile file) => file.Call?.Path == Path && file.Items("answers").Count > 0;

    public override async Task CheckAsync(CaseFile file, CaseStage stage)
    {
        foreach (JsonNode? answer in file.Items("answers"))
        {
            await using CaseWorld world = await stage.StartAsync(options => options.Entities = ["sp.campaigns"]);
            world.Server.Answer = request => request.Path == Path ? ReplayAnswer.Json(answer) : null;

            Func<Task> call = () => world.CallAsync(async profile => await ListSource.Campaigns.List(profile).CountAsync());
            AmazonAdsException failure = (await call.Should().ThrowAsync<AmazonAdsException>()).Which;
            IngestionResult result = await world.SyncAsync();

            failure.Should().Match(exception => exception is AmazonAdsAuthenticationException || exception is AmazonAdsUnexpectedResponseException);
            failure.Message.Should().Contain("access_token");
            ShouldBeTyped(result);
            result.Succeeded.Should().BeFalse();
            world.Server.Requests.Should().OnlyContain(request => request.Path == Path, "nothing is sent with a broken token");
        }
    }

    public override CaseFile Vary(CaseFile file, Random random)
    {
        JsonNode? token = Pick<JsonNode?>(
            random, null, "", " ", "\n", "Atza|a\nb", "Atza|a\r\nX: y", "Atza|\u0000", "Atza|a b", "Atza|ü", "Atza|\t", new JsonArray(), new JsonObject(), false);
        var answer = new JsonObject { ["access_token"] = token, ["token_type"] = "bearer", ["expires_in"] = Pick<JsonNode>(random, 3600, "3600", 0, -1) };
        if (random.Next(6) == 0)
        {
            answer.Remove("access_token");
        }

        return file.With("answers", new JsonArray(answer));
    }
}
