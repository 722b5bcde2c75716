using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Entities;

/// <summary>The rows of one type of entities, by the type of their rows.</summary>
internal sealed class EntityRows<TRow>(DbContext context, IEntityType type, EntityTable table) : EntityRows(type, table)
    where TRow : class, new()
{
    /// <summary>How many ids one statement names: SQL Server takes 2,100 parameters.</summary>
    private const int Chunk = 500;

    private DbSet<TRow> Rows => Type.HasSharedClrType ? context.Set<TRow>(Type.Name) : context.Set<TRow>();

    public override async Task<List<EntityEntry>> FindAsync(
        AccountId accountId, ProfileId? profileId, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        string id = NameOf(Table.IdColumn);
        var found = new List<EntityEntry>(ids.Count);
        foreach (long[] chunk in ids.Chunk(Chunk))
        {
            List<TRow> rows = await Of(accountId, profileId).Where(row => chunk.Contains(EF.Property<long>(row, id)))
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            found.AddRange(rows.Select(row => (EntityEntry)Rows.Entry(row)));
        }

        return found;
    }

    public override async Task<List<EntityEntry>> ListAsync(
        EntityQuery query, IReadOnlyList<string>? after, int count, CancellationToken cancellationToken)
    {
        IQueryable<TRow> rows = Of(query.AccountId, query.ProfileId);
        if (query.CampaignId is { } campaign)
        {
            string column = NameOf(Table.CampaignColumn!);
            rows = Table.CampaignColumn == Table.IdColumn
                ? rows.Where(row => EF.Property<long>(row, column) == campaign.Value)
                : rows.Where(row => EF.Property<long?>(row, column) == campaign.Value);
        }

        if (after is not null)
        {
            rows = After(rows, after);
        }

        string profile = NameOf(Profile);
        string id = NameOf(Table.IdColumn);
        IOrderedQueryable<TRow> ordered = rows.OrderBy(row => EF.Property<long>(row, profile));
        if (Table.IsOfProfile)
        {
            ordered = ordered.ThenBy(row => EF.Property<long>(row, id));
        }

        if (Has(AdProduct))
        {
            string product = NameOf(AdProduct);
            ordered = ordered.ThenBy(row => EF.Property<string>(row, product));
        }

        List<TRow> found = await ordered.Take(count).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. found.Select(row => (EntityEntry)Rows.Entry(row))];
    }

    public override async Task<IReadOnlyList<EntityPresence>> CountAsync(
        PresenceQuery query, CancellationToken cancellationToken)
    {
        string seen = NameOf(LastSeenAt);
        IQueryable<TRow> rows = Listed(Of(query.AccountId, query.ProfileId))
            .Where(row => EF.Property<DateTimeOffset>(row, seen) >= query.ForgottenBefore);
        if (Has(State))
        {
            string state = NameOf(State);
#pragma warning disable CA1304, CA1311, CA1862 // It becomes SQL.
            rows = rows.Where(row => (EF.Property<string?>(row, state) ?? "").ToUpper() != "ARCHIVED");
#pragma warning restore CA1304, CA1311, CA1862
        }

        if (!Has(AdProduct))
        {
            long all = await rows.LongCountAsync(cancellationToken).ConfigureAwait(false);
            long unseen = await rows
                .LongCountAsync(row => EF.Property<DateTimeOffset>(row, seen) < query.UnseenBefore, cancellationToken)
                .ConfigureAwait(false);
            return all == 0 ? [] : [new EntityPresence { Table = Table.Name, Known = all, Unseen = unseen }];
        }

        string product = NameOf(AdProduct);
        return await rows.GroupBy(row => EF.Property<string>(row, product))
            .Select(group => new EntityPresence
            {
                Table = Table.Name,
                AdProduct = group.Key,
                Known = group.LongCount(),
                Unseen = group.Sum(row => EF.Property<DateTimeOffset>(row, seen) < query.UnseenBefore ? 1L : 0L),
            }).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public override Task<int> DeleteAsync(AccountId accountId, CancellationToken cancellationToken) =>
        Of(accountId, null).ExecuteDeleteAsync(cancellationToken);

    protected override EntityEntry Create() => Rows.Entry(new TRow());

    private IQueryable<TRow> Of(AccountId accountId, ProfileId? profileId)
    {
        string account = NameOf(Account);
        IQueryable<TRow> rows = Rows.AsTracking().Where(row => EF.Property<long>(row, account) == accountId.Value);
        if (profileId is not { } profile)
        {
            return rows;
        }

        string column = NameOf(Profile);
        return rows.Where(row => EF.Property<long>(row, column) == profile.Value);
    }

    private IQueryable<TRow> Listed(IQueryable<TRow> rows)
    {
        string source = NameOf(Source);
        string report = EnumText.Of(EntitySource.Report);
        return Type.FindProperty(source)!.ClrType == typeof(string)
            ? rows.Where(row => EF.Property<string>(row, source) != report)
            : rows.Where(row => EF.Property<EntitySource>(row, source) != EntitySource.Report);
    }

    private IQueryable<TRow> After(IQueryable<TRow> rows, IReadOnlyList<string> after)
    {
        string profile = NameOf(Profile);
        long lastProfile = PageToken.ReadNumber(after[0]);
        if (after.Count == 1)
        {
            return rows.Where(row => EF.Property<long>(row, profile) > lastProfile);
        }

        string id = NameOf(Table.IdColumn);
        long lastId = PageToken.ReadNumber(after[1]);
        if (after.Count == 2)
        {
            return rows.Where(row => EF.Property<long>(row, profile) > lastProfile
                || (EF.Property<long>(row, profile) == lastProfile && EF.Property<long>(row, id) > lastId));
        }

        string product = NameOf(AdProduct);
        string lastProduct = after[2];
#pragma warning disable CA1309 // It becomes SQL.
        return rows.Where(row => EF.Property<long>(row, profile) > lastProfile
            || (EF.Property<long>(row, profile) == lastProfile && (EF.Property<long>(row, id) > lastId
            || (EF.Property<long>(row, id) == lastId
                && string.Compare(EF.Property<string>(row, product), lastProduct) > 0))));
#pragma warning restore CA1309
    }
}
