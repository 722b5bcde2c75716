using System.Globalization;
using System.Text;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Cases.Tests.Mutations;

/// <summary>Damaged answers about reports, and damaged files, within a sync: whole days are stored, or none.</summary>
[Trait("Category", "Mutations")]
public sealed class MutatedReportTests
{
    private const int Mutants = 500;
    private const int MostCallsOfReport = 100;
    private const string Day = "2026-03-14";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sync_loads_whole_days_or_none(bool isStatus)
    {
        var mutator = new JsonMutator(new Random(isStatus ? 8 : 9));
        while (mutator.Count < Mutants)
        {
            int report = 0;
            byte[] file = [];
            await using MutationWorld world = await MutationWorld.StartAsync(
                (method, path) =>
                {
                    if (path.StartsWith("/file", StringComparison.Ordinal))
                    {
                        file = Encoding.UTF8.GetBytes(Rows());
                        return (200, file = isStatus ? file : mutator.Mutate(Rows()));
                    }

                    string status = Status(method == "POST" ? $"r{++report}" : path.Split('/')[^1], method == "POST" ? "PENDING" : "COMPLETED");
                    return path == MutationWorld.TokenPath ? (200, MutationWorld.Token)
                        : path.StartsWith(MutationWorld.ProfilesPath, StringComparison.Ordinal) ? (200, MutationWorld.Profile)
                        : (200, isStatus ? mutator.Mutate(status) : Encoding.UTF8.GetBytes(status));
                },
                options =>
                {
                    options.Datasets = ["sp.campaign"];
                    options.BackfillDays = 1;
                });
            int calls = world.Handler.Calls;

            await world.LoadAsync();

            (world.Handler.Calls - calls).Should().BeLessThan(MostCallsOfReport);
            IReadOnlyList<PerformanceDay> days = await world.Storage.Reader.ListDaysAsync(world.Account, new ProfileId(1001), "sp.campaign");
            IReadOnlyList<PerformanceRecord> records = (await world.Storage.Reader.ListPerformanceAsync(new PerformanceQuery(world.Account, "sp.campaign"))).Items;
            days.Sum(day => day.Rows).Should().Be(records.Count, "the ledger counts what is there");
            if (isStatus && days.Count > 0)
            {
                records.Should().HaveCount(2, "the file is whole");
            }
        }

        mutator.Valid.Should().BeGreaterThan(mutator.Count / 2);
    }

    private static string Rows() => $$"""
        [{"date":"{{Day}}","campaignId":1,"cost":1.5,"clicks":3,"campaignBudgetCurrencyCode":"USD"},
         {"date":"{{Day}}","campaignId":2,"cost":0.25,"clicks":0,"campaignBudgetCurrencyCode":"USD"}]
        """;

    private static string Status(string id, string status)
    {
        string columns = string.Join(',', PpcAds.Sdk.Etl.Datasets.SpCampaign.Columns.Select(column => $"\"{column}\""));
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {"reportId":"{{id}}","status":"{{status}}","url":"https://ads.example/file","startDate":"{{Day}}","endDate":"{{Day}}",
             "createdAt":"2026-03-15T12:00:00Z","updatedAt":"2026-03-15T12:00:00Z","generatedAt":"2026-03-15T12:00:00Z","fileSize":10,
             "configuration":{"adProduct":"SPONSORED_PRODUCTS","reportTypeId":"spCampaigns","groupBy":["campaign"],"columns":[{{columns}}],
             "timeUnit":"DAILY","format":"GZIP_JSON"},"failureReason":null}
            """);
    }
}
