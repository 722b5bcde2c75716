using System.Data.Common;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>Reads rows of a table in the order of the columns that <see cref="TableSql"/> selects.</summary>
internal sealed class TableRowReader(
    PpcAdsSqlDialect dialect,
    PerformanceTableQuery query,
    IReadOnlyDictionary<(long AccountId, long ProfileId, string AdProduct), int> days)
{
    private const int FirstSum = 21;

    public PerformanceTableRow Read(DbDataReader reader)
    {
        long account = reader.GetInt64(0);
        long profile = reader.GetInt64(1);
        string product = reader.GetString(2);
        long campaign = reader.GetInt64(3);
        return new PerformanceTableRow
        {
            Id = new PerformanceRowId(
                new AccountId(account),
                new ProfileId(profile),
                product,
                EntityKeyText.Of(query.Selection.Grain, campaign, dialect.ReadDetail(reader, 4))),
            CampaignId = campaign == 0 ? null : new CampaignId(campaign),
            AdGroupId = Id(5) is { } adGroup ? new AdGroupId(adGroup) : null,
            TargetId = Id(6),
            AdId = Id(7),
            TargetKind = Text(8),
            TargetText = Text(9),
            MatchType = Text(10),
            AdvertisedSku = Text(11),
            Name = Text(12),
            State = Text(13),
            Budget = EntitySql.ReadMoney(dialect, reader, 14),
            BudgetType = Text(15),
            Bid = EntitySql.ReadMoney(dialect, reader, 16),
            ProfileName = Text(17),
            CountryCode = Text(18),
            CampaignName = Text(19),
            AdGroupName = Text(20),
            Sums = Sums(dialect, reader, FirstSum),
            Previous = query.Previous is null
                ? null
                : Sums(dialect, reader, FirstSum + PerformanceMetrics.Aggregated.Count),
            DaysLoaded = days.GetValueOrDefault((account, profile, product)),
        };

        long? Id(int at) => reader.IsDBNull(at) ? null : reader.GetInt64(at);

        string? Text(int at) => reader.IsDBNull(at) ? null : reader.GetString(at);
    }

    public static PerformanceSums Sums(PpcAdsSqlDialect dialect, DbDataReader reader, int at) => new(
        reader.GetInt64(at),
        reader.GetInt64(at + 1),
        EntitySql.ReadMoney(dialect, reader, at + 2) ?? 0,
        EntitySql.ReadMoney(dialect, reader, at + 3) ?? 0,
        reader.GetInt64(at + 4),
        reader.GetInt64(at + 5));
}
