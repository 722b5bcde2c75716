CREATE TABLE [performance_changes] (
    [scope_id] int NOT NULL,
    [date] date NOT NULL,
    [campaign_id] bigint NOT NULL,
    [detail] binary(16) NOT NULL,
    [known_at] bigint NOT NULL,
    [impressions] int NULL,
    [clicks] int NULL,
    [orders] int NULL,
    [units] int NULL,
    [cost] decimal(18,6) NULL,
    [sales] decimal(18,6) NULL,
    CONSTRAINT [PK_performance_changes] PRIMARY KEY ([scope_id], [known_at], [date], [campaign_id], [detail])
);
GO


CREATE TABLE [performance_day_loads] (
    [scope_id] int NOT NULL,
    [date] date NOT NULL,
    [loaded_at] bigint NOT NULL,
    [report_generated_at] bigint NOT NULL,
    CONSTRAINT [PK_performance_day_loads] PRIMARY KEY ([scope_id], [date], [loaded_at])
);
GO


CREATE TABLE [performance_days] (
    [account_id] bigint NOT NULL,
    [profile_id] bigint NOT NULL,
    [dataset] nvarchar(40) NOT NULL,
    [date] date NOT NULL,
    [state] nvarchar(20) NOT NULL,
    [report_id] nvarchar(100) NOT NULL,
    [report_generated_at] bigint NOT NULL,
    [loaded_at] bigint NOT NULL,
    [first_loaded_at] bigint NULL,
    [rows] bigint NOT NULL,
    [rows_removed] bigint NOT NULL,
    [impressions] bigint NOT NULL,
    [clicks] bigint NOT NULL,
    [cost] decimal(18,6) NOT NULL,
    CONSTRAINT [PK_performance_days] PRIMARY KEY ([account_id], [profile_id], [dataset], [date])
);
GO


CREATE TABLE [performance_facts] (
    [scope_id] int NOT NULL,
    [date] date NOT NULL,
    [campaign_id] bigint NOT NULL,
    [detail] binary(16) NOT NULL,
    [ad_group_id] bigint NULL,
    [ad_id] bigint NULL,
    [target_id] bigint NULL,
    [changed_at] bigint NOT NULL,
    [impressions] int NULL,
    [viewable_impressions] int NULL,
    [clicks] int NULL,
    [orders] int NULL,
    [units] int NULL,
    [orders_clicks] int NULL,
    [units_clicks] int NULL,
    [orders_1d] int NULL,
    [orders_7d] int NULL,
    [orders_14d] int NULL,
    [orders_30d] int NULL,
    [units_1d] int NULL,
    [units_7d] int NULL,
    [units_14d] int NULL,
    [units_30d] int NULL,
    [new_to_brand_orders] int NULL,
    [new_to_brand_units] int NULL,
    [kindle_pages_read] int NULL,
    [attribution_days] smallint NOT NULL,
    [currency] nvarchar(3) NOT NULL,
    [target_kind] nvarchar(max) NULL,
    [target_text] nvarchar(max) NULL,
    [match_type] nvarchar(max) NULL,
    [search_term] nvarchar(max) NULL,
    [placement] nvarchar(max) NULL,
    [advertised_asin] nvarchar(max) NULL,
    [advertised_sku] nvarchar(max) NULL,
    [purchased_asin] nvarchar(max) NULL,
    [cost] decimal(18,6) NULL,
    [sales] decimal(18,6) NULL,
    [sales_clicks] decimal(18,6) NULL,
    [sales_1d] decimal(18,6) NULL,
    [sales_7d] decimal(18,6) NULL,
    [sales_14d] decimal(18,6) NULL,
    [sales_30d] decimal(18,6) NULL,
    [sales_promoted] decimal(18,6) NULL,
    [new_to_brand_sales] decimal(18,6) NULL,
    [kindle_royalties] decimal(18,6) NULL,
    [top_of_search_impression_share] decimal(18,6) NULL,
    [extra] nvarchar(max) NULL,
    CONSTRAINT [PK_performance_facts] PRIMARY KEY ([scope_id], [date], [campaign_id], [detail])
);
GO


CREATE TABLE [performance_scopes] (
    [scope_id] int NOT NULL IDENTITY,
    [account_id] bigint NOT NULL,
    [profile_id] bigint NOT NULL,
    [dataset] nvarchar(40) NOT NULL,
    [ad_product] nvarchar(max) NOT NULL,
    [metrics] bigint NOT NULL,
    [known_at] bigint NULL,
    CONSTRAINT [PK_performance_scopes] PRIMARY KEY ([scope_id])
);
GO


CREATE TABLE [ppc_accounts] (
    [account_id] bigint NOT NULL IDENTITY,
    [name] nvarchar(max) NOT NULL,
    [contact_email] nvarchar(254) NULL,
    [external_key] nvarchar(200) NULL,
    [status] nvarchar(20) NOT NULL,
    [consented_at] bigint NULL,
    [created_at] bigint NOT NULL,
    [changed_at] bigint NOT NULL,
    CONSTRAINT [PK_ppc_accounts] PRIMARY KEY ([account_id])
);
GO


CREATE TABLE [ppc_ad_groups] (
    [account_id] bigint NOT NULL,
    [profile_id] bigint NOT NULL,
    [ad_group_id] bigint NOT NULL,
    [ad_product] nvarchar(100) NOT NULL,
    [campaign_id] bigint NULL,
    [name] nvarchar(max) NULL,
    [state] nvarchar(max) NULL,
    [default_bid] decimal(18,6) NULL,
    [source] nvarchar(20) NOT NULL,
    [raw_json] nvarchar(max) NULL,
    [first_seen_at] bigint NOT NULL,
    [last_seen_at] bigint NOT NULL,
    [changed_at] bigint NOT NULL,
    [performance_from] date NULL,
    [as_of] date NULL,
    [currency] nvarchar(max) NULL,
    [attribution_days] int NULL,
    [impressions_total] bigint NULL,
    [clicks_total] bigint NULL,
    [cost_total] decimal(18,6) NULL,
    [sales_total] decimal(18,6) NULL,
    [orders_total] bigint NULL,
    [units_total] bigint NULL,
    [ctr_total] float NULL,
    [cpc_total] float NULL,
    [cvr_total] float NULL,
    [acos_total] float NULL,
    [roas_total] float NULL,
    [impressions_30d] bigint NULL,
    [clicks_30d] bigint NULL,
    [cost_30d] decimal(18,6) NULL,
    [sales_30d] decimal(18,6) NULL,
    [orders_30d] bigint NULL,
    [units_30d] bigint NULL,
    [ctr_30d] float NULL,
    [cpc_30d] float NULL,
    [cvr_30d] float NULL,
    [acos_30d] float NULL,
    [roas_30d] float NULL,
    CONSTRAINT [PK_ppc_ad_groups] PRIMARY KEY ([account_id], [profile_id], [ad_group_id], [ad_product])
);
GO


CREATE TABLE [ppc_ads] (
    [account_id] bigint NOT NULL,
    [profile_id] bigint NOT NULL,
    [ad_id] bigint NOT NULL,
    [ad_product] nvarchar(100) NOT NULL,
    [campaign_id] bigint NULL,
    [ad_group_id] bigint NULL,
    [name] nvarchar(max) NULL,
    [state] nvarchar(max) NULL,
    [ad_type] nvarchar(max) NULL,
    [asin] nvarchar(max) NULL,
    [sku] nvarchar(max) NULL,
    [landing_page_url] nvarchar(max) NULL,
    [source] nvarchar(20) NOT NULL,
    [raw_json] nvarchar(max) NULL,
    [first_seen_at] bigint NOT NULL,
    [last_seen_at] bigint NOT NULL,
    [changed_at] bigint NOT NULL,
    CONSTRAINT [PK_ppc_ads] PRIMARY KEY ([account_id], [profile_id], [ad_id], [ad_product])
);
GO


CREATE TABLE [ppc_campaigns] (
    [account_id] bigint NOT NULL,
    [profile_id] bigint NOT NULL,
    [campaign_id] bigint NOT NULL,
    [ad_product] nvarchar(100) NOT NULL,
    [portfolio_id] bigint NULL,
    [name] nvarchar(max) NULL,
    [state] nvarchar(max) NULL,
    [targeting_type] nvarchar(max) NULL,
    [start_date] date NULL,
    [end_date] date NULL,
    [budget] decimal(18,6) NULL,
    [budget_type] nvarchar(max) NULL,
    [cost_type] nvarchar(max) NULL,
    [bidding_strategy] nvarchar(max) NULL,
    [source] nvarchar(20) NOT NULL,
    [raw_json] nvarchar(max) NULL,
    [first_seen_at] bigint NOT NULL,
    [last_seen_at] bigint NOT NULL,
    [changed_at] bigint NOT NULL,
    [performance_from] date NULL,
    [as_of] date NULL,
    [currency] nvarchar(max) NULL,
    [attribution_days] int NULL,
    [impressions_total] bigint NULL,
    [clicks_total] bigint NULL,
    [cost_total] decimal(18,6) NULL,
    [sales_total] decimal(18,6) NULL,
    [orders_total] bigint NULL,
    [units_total] bigint NULL,
    [ctr_total] float NULL,
    [cpc_total] float NULL,
    [cvr_total] float NULL,
    [acos_total] float NULL,
    [roas_total] float NULL,
    [impressions_30d] bigint NULL,
    [clicks_30d] bigint NULL,
    [cost_30d] decimal(18,6) NULL,
    [sales_30d] decimal(18,6) NULL,
    [orders_30d] bigint NULL,
    [units_30d] bigint NULL,
    [ctr_30d] float NULL,
    [cpc_30d] float NULL,
    [cvr_30d] float NULL,
    [acos_30d] float NULL,
    [roas_30d] float NULL,
    CONSTRAINT [PK_ppc_campaigns] PRIMARY KEY ([account_id], [profile_id], [campaign_id], [ad_product])
);
GO


CREATE TABLE [ppc_dataset_refusals] (
    [account_id] bigint NOT NULL,
    [profile_id] bigint NOT NULL,
    [dataset] nvarchar(40) NOT NULL,
    [refusals] int NOT NULL,
    [refused_at] bigint NOT NULL,
    [reason] nvarchar(max) NOT NULL,
    CONSTRAINT [PK_ppc_dataset_refusals] PRIMARY KEY ([account_id], [profile_id], [dataset])
);
GO


CREATE TABLE [ppc_ingestion_runs] (
    [run_id] bigint NOT NULL IDENTITY,
    [kind] nvarchar(max) NOT NULL,
    [account_id] bigint NULL,
    [started_at] bigint NOT NULL,
    [finished_at] bigint NULL,
    [done] int NOT NULL,
    [skipped] int NOT NULL,
    [failed] int NOT NULL,
    CONSTRAINT [PK_ppc_ingestion_runs] PRIMARY KEY ([run_id])
);
GO


CREATE TABLE [ppc_keywords] (
    [account_id] bigint NOT NULL,
    [profile_id] bigint NOT NULL,
    [keyword_id] bigint NOT NULL,
    [ad_product] nvarchar(100) NOT NULL,
    [campaign_id] bigint NULL,
    [ad_group_id] bigint NULL,
    [keyword_text] nvarchar(max) NULL,
    [match_type] nvarchar(max) NULL,
    [state] nvarchar(max) NULL,
    [bid] decimal(18,6) NULL,
    [source] nvarchar(20) NOT NULL,
    [raw_json] nvarchar(max) NULL,
    [first_seen_at] bigint NOT NULL,
    [last_seen_at] bigint NOT NULL,
    [changed_at] bigint NOT NULL,
    [performance_from] date NULL,
    [as_of] date NULL,
    [currency] nvarchar(max) NULL,
    [attribution_days] int NULL,
    [impressions_total] bigint NULL,
    [clicks_total] bigint NULL,
    [cost_total] decimal(18,6) NULL,
    [sales_total] decimal(18,6) NULL,
    [orders_total] bigint NULL,
    [units_total] bigint NULL,
    [ctr_total] float NULL,
    [cpc_total] float NULL,
    [cvr_total] float NULL,
    [acos_total] float NULL,
    [roas_total] float NULL,
    [impressions_30d] bigint NULL,
    [clicks_30d] bigint NULL,
    [cost_30d] decimal(18,6) NULL,
    [sales_30d] decimal(18,6) NULL,
    [orders_30d] bigint NULL,
    [units_30d] bigint NULL,
    [ctr_30d] float NULL,
    [cpc_30d] float NULL,
    [cvr_30d] float NULL,
    [acos_30d] float NULL,
    [roas_30d] float NULL,
    CONSTRAINT [PK_ppc_keywords] PRIMARY KEY ([account_id], [profile_id], [keyword_id], [ad_product])
);
GO


CREATE TABLE [ppc_learned_rates] (
    [account] nvarchar(100) NOT NULL,
    [region] nvarchar(20) NOT NULL,
    [operation_class] nvarchar(20) NOT NULL,
    [calls_per_second] float NOT NULL,
    [learned_at] bigint NOT NULL,
    [quiet_until] bigint NULL,
    CONSTRAINT [PK_ppc_learned_rates] PRIMARY KEY ([account], [region], [operation_class])
);
GO


CREATE TABLE [ppc_leases] (
    [name] nvarchar(100) NOT NULL,
    [lease_owner] nvarchar(100) NULL,
    [lease_until] bigint NULL,
    [lease_epoch] bigint NOT NULL,
    CONSTRAINT [PK_ppc_leases] PRIMARY KEY ([name])
);
GO


CREATE TABLE [ppc_loads] (
    [load_id] nvarchar(100) NOT NULL,
    [account_id] bigint NOT NULL,
    [loaded_at] bigint NOT NULL,
    [is_suspect] bit NOT NULL,
    [inserted] bigint NOT NULL,
    [changed] bigint NOT NULL,
    [unchanged] bigint NOT NULL,
    [removed] bigint NOT NULL,
    [rejected] bigint NOT NULL,
    [ignored] bigint NOT NULL,
    [duplicates] bigint NOT NULL,
    [rounded_amounts] bigint NOT NULL,
    [removal_digest] nvarchar(64) NULL,
    CONSTRAINT [PK_ppc_loads] PRIMARY KEY ([load_id])
);
GO


CREATE TABLE [ppc_negative_keywords] (
    [account_id] bigint NOT NULL,
    [profile_id] bigint NOT NULL,
    [keyword_id] bigint NOT NULL,
    [ad_product] nvarchar(100) NOT NULL,
    [campaign_id] bigint NULL,
    [ad_group_id] bigint NULL,
    [keyword_text] nvarchar(max) NULL,
    [match_type] nvarchar(max) NULL,
    [state] nvarchar(max) NULL,
    [source] nvarchar(20) NOT NULL,
    [raw_json] nvarchar(max) NULL,
    [first_seen_at] bigint NOT NULL,
    [last_seen_at] bigint NOT NULL,
    [changed_at] bigint NOT NULL,
    CONSTRAINT [PK_ppc_negative_keywords] PRIMARY KEY ([account_id], [profile_id], [keyword_id], [ad_product])
);
GO


CREATE TABLE [ppc_negative_targets] (
    [account_id] bigint NOT NULL,
    [profile_id] bigint NOT NULL,
    [target_id] bigint NOT NULL,
    [ad_product] nvarchar(100) NOT NULL,
    [campaign_id] bigint NULL,
    [ad_group_id] bigint NULL,
    [expression] nvarchar(max) NULL,
    [resolved_expression] nvarchar(max) NULL,
    [state] nvarchar(max) NULL,
    [source] nvarchar(20) NOT NULL,
    [raw_json] nvarchar(max) NULL,
    [first_seen_at] bigint NOT NULL,
    [last_seen_at] bigint NOT NULL,
    [changed_at] bigint NOT NULL,
    CONSTRAINT [PK_ppc_negative_targets] PRIMARY KEY ([account_id], [profile_id], [target_id], [ad_product])
);
GO


CREATE TABLE [ppc_portfolios] (
    [account_id] bigint NOT NULL,
    [profile_id] bigint NOT NULL,
    [portfolio_id] bigint NOT NULL,
    [name] nvarchar(max) NULL,
    [state] nvarchar(max) NULL,
    [in_budget] bit NULL,
    [budget] decimal(18,6) NULL,
    [budget_currency] nvarchar(max) NULL,
    [budget_policy] nvarchar(max) NULL,
    [start_date] date NULL,
    [end_date] date NULL,
    [source] nvarchar(20) NOT NULL,
    [raw_json] nvarchar(max) NULL,
    [first_seen_at] bigint NOT NULL,
    [last_seen_at] bigint NOT NULL,
    [changed_at] bigint NOT NULL,
    CONSTRAINT [PK_ppc_portfolios] PRIMARY KEY ([account_id], [profile_id], [portfolio_id])
);
GO


CREATE TABLE [ppc_queued_runs] (
    [run_id] bigint NOT NULL IDENTITY,
    [request_key] nvarchar(100) NOT NULL,
    [slot] nvarchar(100) NULL,
    [account_id] bigint NULL,
    [profile_id] bigint NULL,
    [start_date] date NULL,
    [end_date] date NULL,
    [datasets] nvarchar(max) NULL,
    [state] nvarchar(20) NOT NULL,
    [is_cancel_requested] bit NOT NULL,
    [requested_at] bigint NOT NULL,
    [started_at] bigint NULL,
    [synced_at] bigint NULL,
    [finished_at] bigint NULL,
    [error] nvarchar(max) NULL,
    [steps] nvarchar(max) NULL,
    CONSTRAINT [PK_ppc_queued_runs] PRIMARY KEY ([run_id])
);
GO


CREATE TABLE [ppc_report_jobs] (
    [job_id] bigint NOT NULL IDENTITY,
    [account_id] bigint NOT NULL,
    [profile_id] bigint NOT NULL,
    [dataset] nvarchar(40) NOT NULL,
    [start_date] date NOT NULL,
    [end_date] date NOT NULL,
    [reason] nvarchar(20) NOT NULL,
    [state] nvarchar(20) NOT NULL,
    [report_id] nvarchar(100) NULL,
    [generated_at] bigint NULL,
    [created_at] bigint NOT NULL,
    [requested_at] bigint NULL,
    [due_at] bigint NOT NULL,
    [attempts] int NOT NULL,
    [failures] int NOT NULL,
    [error] nvarchar(max) NULL,
    [removal_digest] nvarchar(64) NULL,
    [lease_owner] nvarchar(100) NULL,
    [lease_until] bigint NULL,
    [lease_epoch] bigint NOT NULL,
    CONSTRAINT [PK_ppc_report_jobs] PRIMARY KEY ([job_id])
);
GO


CREATE TABLE [ppc_secret_canary] (
    [canary_id] int NOT NULL,
    [protected_text] nvarchar(max) NOT NULL,
    [version] bigint NOT NULL,
    [changed_at] bigint NOT NULL,
    CONSTRAINT [PK_ppc_secret_canary] PRIMARY KEY ([canary_id])
);
GO


CREATE TABLE [ppc_sync_issues] (
    [issue_id] bigint NOT NULL IDENTITY,
    [account_id] bigint NOT NULL,
    [profile_id] bigint NULL,
    [step] nvarchar(max) NOT NULL,
    [report_id] nvarchar(max) NULL,
    [reason] nvarchar(max) NOT NULL,
    [details] nvarchar(max) NOT NULL,
    [count] bigint NOT NULL,
    [at] bigint NOT NULL,
    CONSTRAINT [PK_ppc_sync_issues] PRIMARY KEY ([issue_id])
);
GO


CREATE TABLE [ppc_targets] (
    [account_id] bigint NOT NULL,
    [profile_id] bigint NOT NULL,
    [target_id] bigint NOT NULL,
    [ad_product] nvarchar(100) NOT NULL,
    [campaign_id] bigint NULL,
    [ad_group_id] bigint NULL,
    [target_kind] nvarchar(max) NULL,
    [expression_type] nvarchar(max) NULL,
    [expression] nvarchar(max) NULL,
    [resolved_expression] nvarchar(max) NULL,
    [state] nvarchar(max) NULL,
    [bid] decimal(18,6) NULL,
    [source] nvarchar(20) NOT NULL,
    [raw_json] nvarchar(max) NULL,
    [first_seen_at] bigint NOT NULL,
    [last_seen_at] bigint NOT NULL,
    [changed_at] bigint NOT NULL,
    [performance_from] date NULL,
    [as_of] date NULL,
    [currency] nvarchar(max) NULL,
    [attribution_days] int NULL,
    [impressions_total] bigint NULL,
    [clicks_total] bigint NULL,
    [cost_total] decimal(18,6) NULL,
    [sales_total] decimal(18,6) NULL,
    [orders_total] bigint NULL,
    [units_total] bigint NULL,
    [ctr_total] float NULL,
    [cpc_total] float NULL,
    [cvr_total] float NULL,
    [acos_total] float NULL,
    [roas_total] float NULL,
    [impressions_30d] bigint NULL,
    [clicks_30d] bigint NULL,
    [cost_30d] decimal(18,6) NULL,
    [sales_30d] decimal(18,6) NULL,
    [orders_30d] bigint NULL,
    [units_30d] bigint NULL,
    [ctr_30d] float NULL,
    [cpc_30d] float NULL,
    [cvr_30d] float NULL,
    [acos_30d] float NULL,
    [roas_30d] float NULL,
    CONSTRAINT [PK_ppc_targets] PRIMARY KEY ([account_id], [profile_id], [target_id], [ad_product])
);
GO


CREATE TABLE [ppc_turns] (
    [name] nvarchar(100) NOT NULL,
    [taken] bigint NOT NULL,
    CONSTRAINT [PK_ppc_turns] PRIMARY KEY ([name])
);
GO


CREATE TABLE [ppc_account_credentials] (
    [account_id] bigint NOT NULL,
    [client_id] nvarchar(max) NOT NULL,
    [protected_client_secret] nvarchar(max) NOT NULL,
    [protected_refresh_token] nvarchar(max) NOT NULL,
    [version] bigint NOT NULL,
    [changed_at] bigint NOT NULL,
    CONSTRAINT [PK_ppc_account_credentials] PRIMARY KEY ([account_id]),
    CONSTRAINT [FK_ppc_account_credentials_ppc_accounts_account_id] FOREIGN KEY ([account_id]) REFERENCES [ppc_accounts] ([account_id]) ON DELETE CASCADE
);
GO


CREATE TABLE [ppc_profiles] (
    [account_id] bigint NOT NULL,
    [profile_id] bigint NOT NULL,
    [region] nvarchar(20) NOT NULL,
    [country_code] nvarchar(max) NULL,
    [currency] nvarchar(max) NULL,
    [time_zone] nvarchar(max) NULL,
    [type] nvarchar(max) NULL,
    [sub_type] nvarchar(max) NULL,
    [name] nvarchar(max) NULL,
    [advertiser_id] nvarchar(max) NULL,
    [marketplace_id] nvarchar(max) NULL,
    [is_view_only] bit NOT NULL,
    [source] nvarchar(20) NOT NULL,
    [raw_json] nvarchar(max) NULL,
    [first_seen_at] bigint NOT NULL,
    [last_seen_at] bigint NOT NULL,
    [changed_at] bigint NOT NULL,
    CONSTRAINT [PK_ppc_profiles] PRIMARY KEY ([account_id], [profile_id]),
    CONSTRAINT [FK_ppc_profiles_ppc_accounts_account_id] FOREIGN KEY ([account_id]) REFERENCES [ppc_accounts] ([account_id]) ON DELETE NO ACTION
);
GO


CREATE UNIQUE INDEX [ix_performance_scopes_dataset] ON [performance_scopes] ([account_id], [profile_id], [dataset]);
GO


CREATE UNIQUE INDEX [IX_ppc_accounts_external_key] ON [ppc_accounts] ([external_key]) WHERE [external_key] IS NOT NULL;
GO


CREATE INDEX [ix_ppc_ad_groups_campaign] ON [ppc_ad_groups] ([campaign_id], [account_id], [profile_id]);
GO


CREATE INDEX [ix_ppc_ads_campaign] ON [ppc_ads] ([campaign_id], [account_id], [profile_id]);
GO


CREATE INDEX [ix_ppc_keywords_campaign] ON [ppc_keywords] ([campaign_id], [account_id], [profile_id]);
GO


CREATE INDEX [ix_ppc_negative_keywords_campaign] ON [ppc_negative_keywords] ([campaign_id], [account_id], [profile_id]);
GO


CREATE INDEX [ix_ppc_negative_targets_campaign] ON [ppc_negative_targets] ([campaign_id], [account_id], [profile_id]);
GO


CREATE INDEX [ix_ppc_queued_runs_account] ON [ppc_queued_runs] ([account_id], [run_id]);
GO


CREATE INDEX [ix_ppc_queued_runs_open] ON [ppc_queued_runs] ([request_key]);
GO


CREATE UNIQUE INDEX [ix_ppc_queued_runs_slot] ON [ppc_queued_runs] ([slot]) WHERE [slot] IS NOT NULL;
GO


CREATE INDEX [ix_ppc_report_jobs_account] ON [ppc_report_jobs] ([account_id], [job_id]);
GO


CREATE INDEX [ix_ppc_report_jobs_due] ON [ppc_report_jobs] ([due_at]);
GO


CREATE INDEX [ix_ppc_report_jobs_open] ON [ppc_report_jobs] ([account_id], [profile_id], [dataset], [start_date], [end_date]);
GO


CREATE INDEX [ix_ppc_sync_issues_account] ON [ppc_sync_issues] ([account_id], [at]);
GO


CREATE INDEX [ix_ppc_targets_campaign] ON [ppc_targets] ([campaign_id], [account_id], [profile_id]);
GO


