using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Cases.Tests.Replay;
using PpcAds.Sdk.Cases.Tests.Worlds;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>Credentials that were pasted badly: refused or cleaned before a call.</summary>
internal sealed partial class CredentialKind : CaseKind
{
    public override bool Takes(CaseFile file) => file.Says("LwaCredentials") && file.Items("values").Count > 0;

    public override async Task CheckAsync(CaseFile file, CaseStage stage)
    {
        await using CaseWorld world = await stage.StartAsync();
        var sent = new List<string>();
        world.Server.Answer = request =>
        {
            sent.Add(request.Body);
            return ReplayAnswer.Text("""{"error":"invalid_grant"}""", 400);
        };
        foreach (string value in file.Items("values").Select(value => value!.ToString()))
        {
            sent.Clear();
            LwaCredentials credentials;
            try
            {
                credentials = new LwaCredentials("client", "secret", value);
            }
            catch (PpcAdsValidationException refused)
            {
                refused.Message.Should().NotContain("|r").And.NotContain("|a");
                continue;
            }

            credentials.RefreshToken.Should().MatchRegex(UsableToken()).And.Be(value.Trim());
        }

        sent.Should().BeEmpty();
    }

    public override CaseFile Vary(CaseFile file, Random random)
    {
        string space = Pick(random, "\n", "\r\n", " ", "\t", "\u00A0", "\u200B", "\uFEFF", "\"", "'", "\u201C", "\0");
        string token = Pick(random, "Atzr|r", "Atzr|r", "Atza|a");
        string value = random.Next(3) switch { 0 => token + space, 1 => space + token, _ => space + token + space };
        return file.With("values", new JsonArray(random.Next(5) == 0 ? token.Insert(4, space) : value));
    }

    [GeneratedRegex(@"^Atzr\|[\x21\x23-\x26\x28-\x7E]+$", RegexOptions.CultureInvariant)]
    private static partial Regex UsableToken();
}
