using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace PpcAds.Sdk.Benchmarks.Calls;

/// <summary>In place of the network: a token, and one page with three profiles. Answers never complete synchronously.</summary>
internal sealed class CannedAmazon : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private static readonly byte[] Token = Encoding.UTF8.GetBytes(
        """{"access_token":"Atza|canned","refresh_token":"Atzr|canned","token_type":"bearer","expires_in":3600}""");

    private static readonly byte[] Profiles = Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Range(1, 3).Select(id =>
        $$$"""
        {"profileId":{{{id}}},"countryCode":"US","currencyCode":"USD","dailyBudget":999999999.0,"timezone":"America/Los_Angeles",
        "accountInfo":{"marketplaceStringId":"ATVPDKIKX0DER","id":"ENTITY{{{id}}}","type":"seller",
        "name":"Account {{{id}}}","validPaymentMethod":true}}
        """)) + "]");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        bool isToken = request.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal);
        var content = new ByteArrayContent(isToken ? Token : Profiles);
        content.Headers.ContentType = Json;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }
}
